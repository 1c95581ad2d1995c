// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import io.patchbay.api.id.InteractionId;
import io.patchbay.trace.api.TraceQuestion;
import io.patchbay.trace.api.TraceQuestion.Page;
import io.patchbay.trace.api.TraceQuestion.Span;
import io.patchbay.ui.kit.view.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which acts are listed. An account number never stands in the address, which browsers and proxies keep.
 *
 * @param values what was chosen, by name
 * @param account the account asked for; empty for all
 */
record TraceFilter(Map<String, String> values, String account) {
    private static final List<String> NAMES = List.of("who", "person", "kind", "from", "to", "refused", "interaction");

    TraceFilter {
        values = Map.copyOf(values);
    }

    static TraceFilter of(Place place) {
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> place.value(name).ifPresent(value -> values.put(name, value)));
        return new TraceFilter(values, "");
    }

    TraceFilter with(String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        if (value == null || value.isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new TraceFilter(changed, account);
    }

    TraceFilter withAccount(String number) {
        return new TraceFilter(values, number.strip());
    }

    boolean all() {
        return values.isEmpty() && account.isEmpty();
    }

    Place place() {
        return new Place(List.of("audit"), values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** What is wrong with it: the key of the words. */
    Optional<String> problem() {
        if ((value("from").isPresent() && day("from").isEmpty())
                || (value("to").isPresent() && day("to").isEmpty())) {
            return Optional.of("period.wrong");
        }
        boolean reversed =
                day("to").flatMap(to -> day("from").map(to::isBefore)).orElse(false);
        return reversed ? Optional.of("period.reversed") : Optional.empty();
    }

    Optional<LocalDate> day(String name) {
        try {
            return value(name).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    TraceQuestion question(ZoneId zone, Page page) {
        Optional<Instant> from = day("from").map(day -> day.atStartOfDay(zone).toInstant());
        Optional<Instant> to =
                day("to").map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
        return new TraceQuestion(
                value("who").map(who -> "user:" + who),
                value("person"),
                Optional.of(account).filter(number -> !number.isEmpty()),
                value("kind"),
                value("interaction").flatMap(TraceFilter::interaction),
                value("refused").map(Boolean::valueOf),
                new Span(from, to),
                page);
    }

    private static Optional<InteractionId> interaction(String text) {
        try {
            return Optional.of(InteractionId.parse(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
