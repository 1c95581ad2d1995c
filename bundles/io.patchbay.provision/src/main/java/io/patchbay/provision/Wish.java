// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A command's fields as they came. */
record Wish(Map<String, Object> body) {
    private static final int LONGEST_DRAIN_SECONDS = 3600;

    String text(String field) {
        return maybe(field).orElseThrow(() -> new IllegalArgumentException("the field \"" + field + "\" is missing"));
    }

    Optional<String> maybe(String field) {
        return Optional.ofNullable(body.get(field)).map(Object::toString).filter(value -> !value.isBlank());
    }

    boolean flag(String field) {
        return maybe(field).map(Boolean::parseBoolean).orElse(false);
    }

    /** {@code end} is a drain of no time. */
    Optional<Duration> drain() {
        if (flag("end")) {
            return Optional.of(Duration.ZERO);
        }
        return maybe("drainSeconds").map(given -> {
            if (!given.matches("[0-9]{1,4}") || Integer.parseInt(given) > LONGEST_DRAIN_SECONDS) {
                throw new IllegalArgumentException("the field \"drainSeconds\" must be 0 to " + LONGEST_DRAIN_SECONDS
                        + " but is \"" + given + "\"");
            }
            return Duration.ofSeconds(Integer.parseInt(given));
        });
    }
}
