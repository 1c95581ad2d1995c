// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.ListEntry.Colour;
import io.patchbay.flow.api.ListEntry.Rule;
import io.patchbay.flow.api.ListEntry.Term;
import io.patchbay.flow.field.Fields;
import io.patchbay.flow.field.TypedParty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** An entry as commands, rows and tables have it. */
public final class ListFields {
    private ListFields() {}

    /** Reads an entry; {@code id} gives the id and {@code today} the first day where none is given. */
    public static ListEntry read(Map<String, Object> body, Supplier<UUID> id, LocalDate today) {
        Fields fields = new Fields(body);
        return new ListEntry(
                fields.maybe("entry").map(UUID::fromString).orElseGet(id),
                Fields.one(Colour.class, "list", fields.text("list")),
                fields.maybe("unit").map(UnitId::new).orElse(UnitId.ROOT),
                TypedParty.read(fields.text("party")),
                new Rule(
                        Fields.one(Rule.Action.class, "rule", fields.text("rule")),
                        fields.maybe("queue").map(QueueId::new),
                        fields.number("credit")),
                fields.text("reason"),
                new Term(
                        fields.maybe("from").map(text -> day("from", text)).orElse(today),
                        day("until", fields.text("until"))));
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a day like 2026-12-31 but is \"" + text + "\"", e);
        }
    }
}
