// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.recording.RecordingFilter;
import io.patchbay.ui.kit.view.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which interactions are listed, as it stands in the address; a customer's number never does.
 *
 * @param values what was chosen, by name: channel, queue, agent, state, from, to, customer, recorded, code
 * @param number the remote party's number as it was typed, empty for any
 */
record RecordFilter(Map<String, String> values, String number) {
    static final int PAGE = 50;
    private static final List<String> NAMES =
            List.of("channel", "queue", "agent", "state", "from", "to", "customer", "recorded", "code");
    private static final String YES = "yes";

    RecordFilter {
        values = Map.copyOf(values);
        number = number.replaceAll("[\\s()-]", "");
    }

    static RecordFilter of(Place place) {
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> place.value(name).ifPresent(value -> values.put(name, value)));
        return new RecordFilter(values, "");
    }

    RecordFilter with(String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        if (value == null || value.isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new RecordFilter(changed, number);
    }

    RecordFilter withNumber(String typed) {
        return new RecordFilter(values, typed);
    }

    boolean empty() {
        return values.isEmpty() && number.isEmpty();
    }

    /** Whether only contacts whose recordings the reader may hear are asked for. */
    boolean recorded() {
        return value("recorded").filter(YES::equals).isPresent();
    }

    Place place() {
        return new Place(List.of("records"), values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** What is wrong with it: the key of the words. */
    Optional<String> problem() {
        if (unreadableDay("from") || unreadableDay("to")) {
            return Optional.of("period.wrong");
        }
        if (day("from").isPresent()
                && day("to").isPresent()
                && day("to").get().isBefore(day("from").get())) {
            return Optional.of("period.reversed");
        }
        boolean unreadable = (value("state").isPresent() && state().isEmpty())
                || (value("customer").isPresent() && customer().isEmpty())
                || (value("recorded").isPresent() && !recorded());
        if (!number.isEmpty() && address().isEmpty()) {
            return Optional.of("number.wrong");
        }
        return unreadable ? Optional.of("filter.wrong") : Optional.empty();
    }

    private boolean unreadableDay(String name) {
        return value(name).isPresent() && day(name).isEmpty();
    }

    Optional<LocalDate> day(String name) {
        try {
            return value(name).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private Optional<InteractionState> state() {
        return value("state").flatMap(wire -> java.util.Arrays.stream(InteractionState.values())
                .filter(state -> state.wire().equals(wire.toLowerCase(Locale.ROOT)))
                .findFirst());
    }

    private Optional<CustomerId> customer() {
        try {
            return value("customer").map(CustomerId::parse);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Optional<Address> address() {
        try {
            return number.isEmpty() ? Optional.empty() : Optional.of(new Address.PhoneNumber(number));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    /** The filter of recordings; ask {@link #problem()} first. */
    RecordingFilter recordings(ZoneId zone, Optional<InteractionId> after) {
        return new RecordingFilter(with("state", "").filter(zone, after), address(), value("code"));
    }

    /** The filter of the core; ask {@link #problem()} first. */
    InteractionFilter filter(ZoneId zone, Optional<InteractionId> after) {
        Optional<Instant> from = day("from").map(day -> day.atStartOfDay(zone).toInstant());
        Optional<Instant> to =
                day("to").map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
        return new InteractionFilter(
                state(),
                value("channel").map(ChannelKey::new),
                value("queue").map(QueueId::new),
                customer(),
                value("agent").map(AgentId::new),
                from,
                to,
                after,
                PAGE);
    }
}
