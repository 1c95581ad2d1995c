// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Route;

/**
 * What one route wants otherwise than its context: by its own property {@code patchbay.NAME} (Java, XML), else by
 * {@code route.ID.NAME} in the files {@code routes/shared/*.properties}, which is the way of YAML.
 */
final class Wishes {
    private static final String TIMEOUT = "timeoutSeconds";
    private static final String DEAD_LETTERS = "deadLetters";
    private static final int LONGEST_SECONDS = 7 * 24 * 3600;

    private Wishes() {}

    /** Whether failed exchanges are kept. */
    enum DeadLetters {
        /** Where nobody sends them again. */
        USUAL,
        /** Whatever they come from. */
        ALWAYS,
        /** Not even then. */
        NEVER
    }

    private record Wish(String name, String value) {
        IllegalArgumentException wrong(String wanted) {
            return new IllegalArgumentException(name + " must be " + wanted + " but is \"" + value + "\"");
        }
    }

    /** Reads all of a route's; what is wrong is named. */
    static void check(Route route) {
        timeout(route);
        deadLetters(route);
    }

    /** How long an exchange may take; empty for as long as in its context. */
    static Optional<Duration> timeout(Route route) {
        return wish(route, TIMEOUT).map(Wishes::seconds);
    }

    private static Duration seconds(Wish wish) {
        boolean number = wish.value().matches("[0-9]{1,6}");
        int seconds = number ? Integer.parseInt(wish.value()) : 0;
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw wish.wrong("a whole number of seconds, 1 to " + LONGEST_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }

    static DeadLetters deadLetters(Route route) {
        return wish(route, DEAD_LETTERS).map(Wishes::deadLetters).orElse(DeadLetters.USUAL);
    }

    private static DeadLetters deadLetters(Wish wish) {
        List<DeadLetters> known = List.of(DeadLetters.ALWAYS, DeadLetters.NEVER);
        return known.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wish.value()))
                .findFirst()
                .orElseThrow(() -> wish.wrong("always or never"));
    }

    private static Optional<Wish> wish(Route route, String name) {
        Object own = route.getProperties().get("patchbay." + name);
        if (own != null) {
            return Optional.of(new Wish("patchbay." + name, own.toString().strip()));
        }
        String key = "route." + route.getRouteId() + "." + name;
        return route.getCamelContext()
                .getPropertiesComponent()
                .resolveProperty(key)
                .map(value -> new Wish(key, value.strip()));
    }
}
