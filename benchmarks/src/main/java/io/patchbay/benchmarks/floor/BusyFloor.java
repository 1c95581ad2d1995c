// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.floor;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.Opener;
import io.patchbay.core.read.LiveBoard;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A floor at work: most agents talk, some wrap up, some are free, and each second some contacts go one step on. */
final class BusyFloor {
    private static final Duration WRAP_UP = Duration.ofSeconds(60);

    private final LiveBoard board;
    private final ManualClock clock;
    private final int rate;
    private final List<LiveAgent> staff = new ArrayList<>();
    private final Deque<LiveAgent> free = new ArrayDeque<>();
    private final Deque<LiveInteraction> waiting = new ArrayDeque<>();
    private final Deque<Talk> talks = new ArrayDeque<>();
    private final Deque<Talk> wrapUps = new ArrayDeque<>();
    private int arrived;

    private record Talk(LiveInteraction contact, LiveAgent agent) {}

    /** {@code rate} contacts come, are answered, end and are wrapped up each second. */
    BusyFloor(LiveBoard board, Staff people, ManualClock clock, int rate) {
        this.board = board;
        this.clock = clock;
        this.rate = rate;
        people.people(Staff.supervisor(new UserId("nobody"))).forEach(person -> {
            LiveAgent agent = new LiveAgent(new AgentId(person.user().value()), person, clock.instant());
            agent.presence(
                    staff.size() % 16 == 0 ? new Presence.NotReady("break") : new Presence.Ready(), clock.instant());
            staff.add(agent);
            if (agent.ready()) {
                free.add(agent);
            }
            board.publish(List.of(), List.of(agent.view()));
        });
        for (int busy = staff.size() * 7 / 8; busy > 0 && free.size() > 2 * rate; busy--) {
            comes();
            answered();
        }
        for (int wrap = 0; wrap < rate * 8; wrap++) {
            leaves();
        }
        for (int wait = 0; wait < 4 * rate; wait++) {
            comes();
        }
    }

    /** A second goes by. */
    void second() {
        clock.set(clock.instant().plusSeconds(1));
        for (int each = 0; each < rate; each++) {
            comes();
            leaves();
            wrappedUp();
            answered();
        }
    }

    private void comes() {
        Instant now = clock.instant();
        LiveInteraction contact = new LiveInteraction(
                InteractionId.at(now.toEpochMilli()), Staff.UNIT, 1, arrival(arrived), now, Opener.FRESH);
        waiting.add(contact);
        tell(contact, new InteractionEvent.Queued(Staff.queue(arrived++), 0, Optional.empty()));
    }

    private static InteractionEvent.Arrived arrival(int number) {
        return new InteractionEvent.Arrived(
                "261122-" + number,
                ConversationId.at(number),
                new ChannelKey("voice"),
                Staff.CALL,
                Direction.INBOUND,
                Staff.queue(number),
                new Confidential.Clear("tel:+8613800138000"),
                Optional.empty(),
                Optional.of(new Confidential.Clear("林若晴")),
                Optional.empty(),
                "zh-CN",
                Optional.empty());
    }

    private void answered() {
        if (free.isEmpty() || waiting.isEmpty()) {
            return;
        }
        Talk talk = new Talk(waiting.remove(), free.remove());
        AgentId agent = talk.agent().agent();
        talk.agent().take(talk.contact());
        tell(talk, new AssignmentEvent.Offered(agent, clock.instant().plus(WRAP_UP), "longest idle", Optional.empty()));
        tell(talk, new AssignmentEvent.Accepted(agent));
        tell(talk, new InteractionEvent.Connected(agent));
        talks.add(talk);
    }

    private void leaves() {
        Talk talk = talks.remove();
        tell(talk, new InteractionEvent.RemoteLeft("customer"));
        tell(
                talk,
                new AssignmentEvent.WrapUpBegan(
                        talk.agent().agent(), clock.instant().plus(WRAP_UP)));
        wrapUps.add(talk);
    }

    private void wrappedUp() {
        Talk talk = wrapUps.remove();
        tell(
                talk,
                new AssignmentEvent.Ended(
                        talk.agent().agent(), Assignment.End.COMPLETED, Optional.of("enquiry"), Optional.empty()));
        talk.agent().release(talk.contact().id(), clock.instant());
        tell(talk, new InteractionEvent.Closed(Outcome.HANDLED, Optional.empty()));
        board.interactions().projected(List.of(talk.contact().id()));
        free.add(talk.agent());
    }

    private void tell(Talk talk, CoreEvent event) {
        tell(talk.contact(), event);
        board.publish(List.of(), List.of(talk.agent().view()));
    }

    private void tell(LiveInteraction contact, CoreEvent event) {
        contact.apply(event, clock.instant(), Opener.FRESH);
        board.publish(List.of(contact.view()), List.of());
    }
}
