// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Step;
import io.patchbay.testkit.FakeJournal;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A day of one French line with one agent, written as the core writes it. */
final class GeneratedDay {
    private static final AgentId ANNA = new AgentId("anna");
    private static final SkillId FRENCH = new SkillId("french");
    private static final WorkKind CALL = new WorkKind("call");
    private final FakeJournal journal = new FakeJournal();

    Journal journal() {
        return journal;
    }

    /** Calls two minutes apart, each taken by Anna and ended 90 s later. */
    void calls(Instant from, int count, Duration wait) {
        write(from.minus(Duration.ofHours(1)), Optional.empty(), new PresenceEvent.Changed(ANNA, new Presence.Ready()));
        for (int i = 0; i < count; i++) {
            Instant at = from.plus(Duration.ofMinutes(2L * i));
            Optional<InteractionId> id = Optional.of(new InteractionId(new UUID(1, i)));
            write(at, id, arrived());
            write(at, id, new InteractionEvent.Queued(new QueueId("french"), 0, Optional.empty(), Optional.of(at)));
            write(at.plus(wait), id, new AssignmentEvent.Accepted(ANNA));
            write(
                    at.plus(wait).plusSeconds(90),
                    id,
                    new AssignmentEvent.Ended(ANNA, Assignment.End.COMPLETED, Optional.empty(), Optional.empty()));
        }
    }

    /** A call that nobody took. */
    void waits(Instant at) {
        Optional<InteractionId> id = Optional.of(new InteractionId(new UUID(3, 3)));
        write(at, id, arrived());
        write(at, id, new InteractionEvent.Queued(new QueueId("french"), 0, Optional.empty(), Optional.of(at)));
    }

    private static InteractionEvent arrived() {
        return new InteractionEvent.Arrived(
                "261120-00001",
                new ConversationId(new UUID(2, 2)),
                new ChannelKey("voice"),
                CALL,
                Direction.INBOUND,
                new QueueId("french"),
                new Confidential.Clear("tel:+33144000090"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "fr-FR",
                Optional.empty());
    }

    private void write(Instant at, Optional<InteractionId> id, CoreEvent event) {
        journal.append(List.of(new JournalDraft(
                        at,
                        CoreEvents.type(event),
                        1,
                        new JournalDraft.Subject(id, Optional.empty()),
                        "system",
                        UnitId.ROOT,
                        0,
                        CoreEvents.body(event),
                        Optional.empty())))
                .toCompletableFuture()
                .join();
    }

    QueueSettings french(int level) {
        return new QueueSettings(
                new QueueId("french"),
                "法语专线",
                UnitId.ROOT,
                List.of(new Step(Duration.ZERO, Map.of(FRENCH, level))),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.NONE, Duration.ofSeconds(60)),
                QueueRules.USUAL);
    }

    People people() {
        Person anna = new Person(
                new UserId("anna"),
                "Anna",
                UnitId.ROOT,
                Set.of(),
                new Person.Work(Map.of(FRENCH, 8), Map.of(CALL, 1)),
                Optional.empty(),
                true,
                Profile.NONE);
        return answering(People.class, List.of(anna));
    }

    Queues queues() {
        return new Queues() {
            @Override
            public List<QueueSettings> queues(Scope scope) {
                return List.of(french(6));
            }

            @Override
            public Optional<QueueSettings> queue(Scope scope, QueueId id) {
                return Optional.of(french(6));
            }

            @Override
            public List<io.patchbay.api.queue.Skill> skills() {
                return List.of();
            }

            @Override
            public List<io.patchbay.api.queue.Code> codes(io.patchbay.api.queue.Code.Use use) {
                return List.of();
            }
        };
    }

    /** Something that answers every question with the same. */
    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, asked, values) -> answer));
    }
}
