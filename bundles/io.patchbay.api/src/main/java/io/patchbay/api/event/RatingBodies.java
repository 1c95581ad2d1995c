// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Journal form of {@link RatingEvent}. */
final class RatingBodies {
    private RatingBodies() {}

    static String type(RatingEvent event) {
        return "rating." + event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> write(RatingEvent event) {
        if (event instanceof RatingEvent.Asked e) {
            return Body.of("agent", e.agent(), "of", e.of(), "attempt", e.attempt(), "until", e.until());
        } else if (event instanceof RatingEvent.Given e) {
            return Body.of("agent", e.agent(), "value", e.value(), "of", e.of());
        } else if (event instanceof RatingEvent.Silent e) {
            return Body.of("agent", e.agent(), "of", e.of());
        }
        throw new AssertionError(event);
    }

    static Optional<CoreEvent> read(String type, Body body) {
        return switch (type) {
            case "rating.asked" -> Optional.of(new RatingEvent.Asked(
                    body.agent(), body.number("of"), body.number("attempt"), Instant.parse(body.text("until"))));
            case "rating.given" -> Optional.of(
                    new RatingEvent.Given(body.agent(), body.number("value"), body.number("of")));
            case "rating.silent" -> Optional.of(new RatingEvent.Silent(body.agent(), body.number("of")));
            default -> Optional.empty();
        };
    }
}
