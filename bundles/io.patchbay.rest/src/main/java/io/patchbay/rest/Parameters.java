// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.interaction.InteractionFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads query parameters; what is wrong is answered with 400 and its name. */
record Parameters(HttpHeaders headers) {
    <T> Optional<T> read(String name, String value, Function<String, T> reader, String wanted) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Problems.exception(400, Problems.invalid(name, value, wanted), headers);
        }
    }

    InteractionFilter filter(Supplier<InteractionFilter> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Problems.exception(
                    400, Problems.invalid("from, to, limit", "", String.valueOf(e.getMessage())), headers);
        }
    }
}
