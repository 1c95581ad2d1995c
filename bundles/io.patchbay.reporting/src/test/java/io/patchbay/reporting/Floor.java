// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting;

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
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.watch.Watch;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A floor on which a test lets things happen; each goes into the journal at the clock's moment. */
final class Floor implements People, Queues {
    static final UnitId ROOT = new UnitId("headquarters");
    static final UnitId BRANCH = new UnitId("branch");

    private final FakeJournal journal;
    private final ManualClock clock;

    Floor(FakeJournal journal, ManualClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    private void tell(Optional<InteractionId> interaction, UnitId unit, CoreEvent event) {
        journal.append(List.of(new JournalDraft(
                        clock.instant(),
                        CoreEvents.type(event),
                        CoreEvents.VERSION,
                        new JournalDraft.Subject(interaction, Optional.empty()),
                        "system:test",
                        unit,
                        0,
                        CoreEvents.body(event),
                        Optional.empty())))
                .toCompletableFuture()
                .join();
    }

    void presence(String agent, Presence presence) {
        tell(Optional.empty(), ROOT, new PresenceEvent.Changed(new AgentId(agent), presence));
    }

    InteractionId arrives(String channel, String queue, UnitId unit) {
        InteractionId id = InteractionId.at(clock.millis());
        tell(
                Optional.of(id),
                unit,
                new InteractionEvent.Arrived(
                        "260302-00001",
                        new ConversationId(id.value()),
                        new ChannelKey(channel),
                        new WorkKind("chat"),
                        Direction.INBOUND,
                        new QueueId(queue),
                        new Confidential.Clear("chat:x"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "zh-CN",
                        Optional.empty()));
        queued(id, queue, unit);
        return id;
    }

    void queued(InteractionId id, String queue, UnitId unit) {
        tell(Optional.of(id), unit, new InteractionEvent.Queued(new QueueId(queue), 0, Optional.empty()));
    }

    void offered(InteractionId id, String agent) {
        happens(
                id,
                new AssignmentEvent.Offered(new AgentId(agent), clock.instant().plusSeconds(15), "test"));
    }

    void accepted(InteractionId id, String agent) {
        offered(id, agent);
        happens(id, new AssignmentEvent.Accepted(new AgentId(agent)));
    }

    void happens(InteractionId id, CoreEvent event) {
        tell(Optional.of(id), ROOT, event);
    }

    void left(InteractionId id) {
        happens(id, new InteractionEvent.RemoteLeft("customer"));
    }

    void wrapUp(InteractionId id, String agent) {
        happens(
                id,
                new AssignmentEvent.WrapUpBegan(
                        new AgentId(agent), clock.instant().plusSeconds(60)));
    }

    void ended(InteractionId id, String agent, String code) {
        happens(
                id,
                new AssignmentEvent.Ended(
                        new AgentId(agent), Assignment.End.COMPLETED, Optional.of(code), Optional.empty()));
    }

    void closed(InteractionId id, Outcome outcome) {
        happens(id, new InteractionEvent.Closed(outcome, Optional.empty()));
    }

    void passes(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    @Override
    public Scope scope(UserId user) {
        return Scope.nothing(user);
    }

    @Override
    public Optional<Person> person(Scope scope, UserId user) {
        return Optional.of(new Person(
                user,
                "Name of " + user,
                ROOT,
                Set.of(),
                new Person.Work(Map.of(), Map.of()),
                Optional.empty(),
                true,
                Profile.NONE));
    }

    @Override
    public List<Person> people(Scope scope) {
        return List.of();
    }

    @Override
    public List<Unit> units(Scope scope) {
        return List.of();
    }

    @Override
    public List<Role> roles() {
        return List.of();
    }

    @Override
    public Watch watch(Runnable listener) {
        return () -> {};
    }

    @Override
    public List<QueueSettings> queues(Scope scope) {
        return List.of();
    }

    @Override
    public Optional<QueueSettings> queue(Scope scope, QueueId id) {
        return Optional.of(new QueueSettings(
                id,
                "Queue " + id,
                ROOT,
                Map.of(),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.OPTIONAL, Duration.ofSeconds(60))));
    }

    @Override
    public List<Skill> skills() {
        return List.of();
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return List.of(new Code(use, "break", "Break", "小休", false));
    }
}
