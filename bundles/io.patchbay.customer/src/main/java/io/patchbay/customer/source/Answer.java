// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import io.patchbay.api.customer.SourceCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a source said once, read out of its JSON; parts it left out or spelt wrongly are absent. */
record Answer(Instant at, String title, List<SourceCard.Row> rows, List<String> alerts, Optional<Person> person) {
    private static final int MOST = 40;
    private static final int LONGEST = 400;

    /** Who the source says he is. */
    record Person(String name, Optional<String> tier) {}

    static Answer of(Instant at, String source, Map<String, Object> json) {
        List<SourceCard.Row> rows = new ArrayList<>();
        if (json.get("rows") instanceof List<?> given) {
            given.stream().limit(MOST).forEach(one -> {
                if (one instanceof Map<?, ?> row) {
                    rows.add(new SourceCard.Row(text(row.get("label")), text(row.get("value"))));
                }
            });
        }
        List<String> alerts = json.get("alerts") instanceof List<?> given
                ? given.stream().limit(MOST).map(Answer::text).toList()
                : List.of();
        return new Answer(at, json.get("title") == null ? source : text(json.get("title")), rows, alerts, person(json));
    }

    private static Optional<Person> person(Map<String, Object> json) {
        if (json.get("customer") instanceof Map<?, ?> customer && customer.get("name") != null) {
            String name = text(customer.get("name")).strip();
            Optional<String> tier = Optional.ofNullable(customer.get("tier"))
                    .map(Answer::text)
                    .filter(value -> value.matches("[a-z][a-z0-9-]{0,31}"));
            return name.isEmpty() || name.length() > 120 ? Optional.empty() : Optional.of(new Person(name, tier));
        }
        return Optional.empty();
    }

    private static String text(Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    boolean empty() {
        return rows.isEmpty() && alerts.isEmpty() && person.isEmpty();
    }
}
