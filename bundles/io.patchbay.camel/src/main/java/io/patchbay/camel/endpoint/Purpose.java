// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.id.ChannelKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an endpoint is for, by its URI. */
sealed interface Purpose {
    /** {@code intake/CHANNEL}: letters in. */
    record Intake(ChannelKey channel) implements Purpose {}

    /** {@code send/CHANNEL}: messages out, in the words of a route. */
    record Send(ChannelKey channel) implements Purpose {}

    /** {@code command/NAME}: any command; options are fields of its body. */
    record Command(String name, Map<String, Object> fields) implements Purpose {}

    /** {@code lookup/NAME}: answers questions about customers. */
    record Lookup(String name, Duration timeout) implements Purpose {}

    /** {@code dead-letters}: keeps the exchange as a dead letter when it ends. */
    record DeadLetters() implements Purpose {}

    /**
     * {@code events}: what happened.
     *
     * @param types the types; empty for all
     * @param channel only of this channel
     * @param address only messages from this address of ours
     * @param name the kept position's name; empty for that of context and route
     * @param window how many at once
     * @param retries how often one that fails is tried again before it becomes a dead letter; -1 for ever
     * @param fromFirst whether a consumer without position begins with the first entry of all
     */
    record Events(
            List<String> types,
            Optional<ChannelKey> channel,
            Optional<String> address,
            String name,
            int window,
            int retries,
            boolean fromFirst)
            implements Purpose {}

    /** Reads it; what is read is taken out of {@code options}, so that Camel names what is left. */
    static Purpose read(String kind, String name, Map<String, Object> options) {
        return switch (kind) {
            case "intake" -> new Intake(new ChannelKey(name));
            case "send" -> new Send(new ChannelKey(name));
            case "command" -> command(name, options);
            case "lookup" -> new Lookup(
                    needed("lookup", name), Duration.ofMillis(number(options, "timeout", 400, 1, 60_000)));
            case "dead-letters" -> new DeadLetters();
            case "events" -> events(options);
            default -> throw new IllegalArgumentException("patchbay:" + kind
                    + " is unknown; there are intake, send, command, lookup, events and dead-letters");
        };
    }

    private static Command command(String name, Map<String, Object> options) {
        Map<String, Object> fields = new HashMap<>(options);
        options.clear();
        return new Command(needed("command", name), fields);
    }

    private static Events events(Map<String, Object> options) {
        String begin = text(options, "begin").orElse("now");
        if (!begin.equals("now") && !begin.equals("first")) {
            throw new IllegalArgumentException("begin must be now or first but is \"" + begin + "\"");
        }
        return new Events(
                text(options, "type")
                        .map(types -> List.of(types.split("\\s*,\\s*", -1)))
                        .orElse(List.of()),
                text(options, "channel").map(ChannelKey::new),
                text(options, "address"),
                text(options, "name").orElse(""),
                number(options, "window", 1, 1, 1_000),
                number(options, "retries", 10, -1, 1_000_000),
                begin.equals("first"));
    }

    private static String needed(String kind, String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("patchbay:" + kind + " needs a name: patchbay:" + kind + "/NAME");
        }
        return name;
    }

    private static Optional<String> text(Map<String, Object> options, String key) {
        return Optional.ofNullable(options.remove(key)).map(Object::toString).filter(value -> !value.isBlank());
    }

    private static int number(Map<String, Object> options, String key, int usual, int least, int most) {
        String given = text(options, key).orElse(Integer.toString(usual));
        if (!given.matches("-?[0-9]{1,9}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw new IllegalArgumentException(key + " must be " + least + " to " + most + " but is \"" + given + "\"");
        }
        return Integer.parseInt(given);
    }
}
