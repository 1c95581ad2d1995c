// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.settings.api.ParameterValues;
import java.time.Instant;
import java.util.Optional;

/** Finds the value that holds: queue, unit, units above, installation, standard. */
public final class Reader {
    private final Book book;
    private final Around around;

    public Reader(Book book, Around around) {
        this.book = book;
        this.around = around;
    }

    /** For a unit. */
    public Object value(ParameterType type, UnitId unit, Instant at) {
        Optional<Object> found = Optional.empty();
        Optional<UnitId> where = Optional.of(unit);
        while (found.isEmpty() && where.isPresent()) {
            found = set(type, "@" + where.get(), at);
            where = around.above(where.get());
        }
        return found.or(() -> set(type, "", at)).orElse(type.standard());
    }

    /** For a queue. */
    public Object value(ParameterType type, UnitId unit, QueueId queue, Instant at) {
        return set(type, "@queue:" + queue, at).orElseGet(() -> value(type, unit, at));
    }

    /** A value that no longer fits its kind, since a bundle changed, does not hold. */
    private Optional<Object> set(ParameterType type, String place, Instant at) {
        ParameterValues values = book.now().parameters().get(type.key() + place);
        return values == null
                ? Optional.empty()
                : values.at(at).filter(value -> type.kind().fault(value).isEmpty());
    }
}
