// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.first;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.demo.api.FirstSteps.Stage;
import io.patchbay.demo.api.FirstSteps.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far each person is with the first contact of each channel, told by the contacts themselves. Any thread. */
public final class Tours {
    /** In the order to take them: the easiest first. */
    public static final List<ChannelKey> ORDER =
            List.of(new ChannelKey("sms"), new ChannelKey("email"), new ChannelKey("chat"), new ChannelKey("voice"));

    private static final Duration ON_THE_WAY = Duration.ofSeconds(45);
    private static final int PAST = 200;

    private final Interactions interactions;
    private final InstantSource clock;
    private final Map<UserId, Map<ChannelKey, Step>> steps = new ConcurrentHashMap<>();
    private final Map<UserId, Map<ChannelKey, Instant>> asked = new ConcurrentHashMap<>();

    public Tours(Interactions interactions, InstantSource clock) {
        this.interactions = interactions;
        this.clock = clock;
    }

    /** His steps; the first time his contacts so far are read. */
    public List<Step> steps(UserId user) {
        Map<ChannelKey, Step> his = steps.computeIfAbsent(user, this::read);
        return ORDER.stream()
                .map(channel -> shown(user, his.getOrDefault(channel, open(channel))))
                .toList();
    }

    private static Step open(ChannelKey channel) {
        return new Step(channel, Stage.OPEN, Optional.empty());
    }

    private Step shown(UserId user, Step step) {
        Instant since = asked.getOrDefault(user, Map.of()).get(step.channel());
        boolean coming =
                step.stage() == Stage.OPEN && since != null && clock.instant().isBefore(since.plus(ON_THE_WAY));
        return coming ? new Step(step.channel(), Stage.COMING, Optional.empty()) : step;
    }

    private Map<ChannelKey, Step> read(UserId user) {
        Map<ChannelKey, Step> his = new ConcurrentHashMap<>();
        InteractionFilter filter = new InteractionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new AgentId(user.value())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PAST);
        interactions.list(Scope.system(), filter).stream()
                .sorted(Comparator.comparing(Interaction::id))
                .forEach(contact -> take(his, user, contact));
        return his;
    }

    /** Somebody was asked to get in touch with him. */
    public void asked(UserId user, ChannelKey channel) {
        asked.computeIfAbsent(user, key -> new ConcurrentHashMap<>()).put(channel, clock.instant());
    }

    /** A contact changed. */
    public void take(Interaction contact) {
        contact.assignments().stream()
                .map(part -> new UserId(part.agent().value()))
                .distinct()
                .forEach(user -> Optional.ofNullable(steps.get(user)).ifPresent(his -> take(his, user, contact)));
    }

    private static void take(Map<ChannelKey, Step> his, UserId user, Interaction contact) {
        ChannelKey channel = contact.contact().channel();
        his.merge(
                channel,
                new Step(channel, stage(user, contact), Optional.of(contact.id())),
                (before, now) -> before.stage() == Stage.DONE ? before : now);
    }

    /** How far a contact is, as he sees it. */
    static Stage stage(UserId user, Interaction contact) {
        Optional<Assignment> his = contact.assignments().stream()
                .filter(part -> part.agent().value().equals(user.value()))
                .reduce((former, latter) -> latter);
        boolean answered = his.flatMap(Assignment::acceptedAt).isPresent();
        if (contact.state() == InteractionState.CLOSED) {
            return answered && contact.outcome().filter(Outcome.HANDLED::equals).isPresent() ? Stage.DONE : Stage.OPEN;
        } else if (his.isEmpty() || (!answered && his.get().endedAt().isPresent())) {
            return Stage.OPEN;
        } else if (!answered) {
            return Stage.RINGING;
        }
        return his.get().wrapUpAt().isPresent() ? Stage.WRAP_UP : Stage.ANSWERED;
    }
}
