// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import static io.patchbay.core.path.HandMovedCentre.CALL;
import static io.patchbay.core.path.HandMovedCentre.CHAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import io.patchbay.api.queue.Why;
import io.patchbay.api.queue.WhyWords;
import io.patchbay.core.DemoSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A test for each rule of a queue, on the core's own slots with a clock moved by hand. */
final class RoutingRulesTest {
    private static final SkillId FRENCH = new SkillId("french");
    private static final QueueRules.Preferred NOBODY = QueueRules.USUAL.preferred();

    private final HandMovedCentre centre = new HandMovedCentre();

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Step step(int from, int level) {
        return new Step(s(from), level == 0 ? Map.of() : Map.of(FRENCH, level));
    }

    private void agent(String user, int french) {
        Person usual = DemoSettings.of(user, 3);
        Map<SkillId, Integer> skills = french == 0 ? Map.of() : Map.of(FRENCH, french);
        centre.settings.people.put(
                new UserId(user),
                new Person(
                        usual.user(),
                        user,
                        usual.unit(),
                        usual.grants(),
                        new Person.Work(skills, usual.work().capacity()),
                        Optional.empty(),
                        true,
                        usual.profile()));
    }

    private void queue(String id, List<Step> steps, int priority, UnaryOperator<Rules> rules) {
        QueueSettings usual = DemoSettings.queue(id, s(15), QueueSettings.WrapUp.Mode.NONE);
        centre.queue(new QueueSettings(
                usual.id(),
                id,
                usual.unit(),
                steps,
                priority,
                usual.goal(),
                s(15),
                usual.wrapUp(),
                rules.apply(new Rules(NOBODY, List.of(), s(120), new QueueRules.Limits(0, s(0))))
                        .rules()));
    }

    /** What these tests change of a queue's rules. */
    private record Rules(
            QueueRules.Preferred preferred,
            List<QueueRules.Overflow> overflow,
            Duration overtaking,
            QueueRules.Limits limits) {
        Rules over(QueueRules.When when, int threshold, String to) {
            return new Rules(
                    preferred, List.of(new QueueRules.Overflow(when, threshold, new QueueId(to))), overtaking, limits);
        }

        Rules limits(int waiting, int longest) {
            return new Rules(preferred, overflow, overtaking, new QueueRules.Limits(waiting, s(longest)));
        }

        Rules prefers(int officer, List<String> dedicated, int dedicatedFor) {
            return new Rules(
                    new QueueRules.Preferred(
                            s(officer), dedicated.stream().map(AgentId::new).toList(), s(dedicatedFor)),
                    overflow,
                    overtaking,
                    limits);
        }

        QueueRules rules() {
            return new QueueRules(
                    preferred,
                    overflow,
                    overtaking,
                    limits,
                    QueueRules.USUAL.hours(),
                    QueueRules.USUAL.callback(),
                    QueueRules.USUAL.strategy(),
                    QueueRules.USUAL.rating());
        }
    }

    private Why lastOffer(InteractionId contact) {
        return centre.events(contact, AssignmentEvent.Offered.class)
                .reduce((first, second) -> second)
                .flatMap(AssignmentEvent.Offered::why)
                .orElseThrow();
    }

    @Test
    void stepsWidenWithTheWaitAndKeepThePlace() {
        agent("expert", 5);
        agent("learner", 3);
        agent("anyone", 0);
        queue("french", List.of(step(0, 4), step(30, 3), step(60, 0)), 0, rules -> rules);
        centre.ready("learner");
        centre.ready("anyone");
        InteractionId first = centre.arrives("french", CALL);
        centre.pass(s(1));
        InteractionId second = centre.arrives("french", CALL);
        centre.pass(s(28));
        assertEquals(Optional.empty(), centre.with(first));
        centre.pass(s(1));
        assertEquals(Optional.of("learner"), centre.with(first), "step 2 at 30 s");
        assertEquals(2, lastOffer(first).step());
        centre.accepts("learner", first);
        centre.pass(s(30));
        assertEquals(Optional.empty(), centre.with(second));
        centre.pass(s(1));
        assertEquals(Optional.of("anyone"), centre.with(second), "step 3 at its own 60 s");
        assertEquals(2, centre.events(second, InteractionEvent.Waited.class).count(), "told once a step");
    }

    @Test
    void anExpertIsTakenAtOnceWhateverTheStep() {
        agent("expert", 5);
        queue("french", List.of(step(0, 4), step(30, 3)), 0, rules -> rules);
        InteractionId contact = centre.arrives("french", CALL);
        centre.pass(s(5));
        centre.ready("expert");
        assertEquals(Optional.of("expert"), centre.with(contact));
    }

    @Test
    void itOverflowsByWaitWithItsPlace() {
        agent("anyone", 0);
        queue("other", List.of(step(0, 0)), 0, rules -> rules);
        queue("french", List.of(step(0, 4)), 0, rules -> rules.over(QueueRules.When.WAIT, 40, "other"));
        InteractionId contact = centre.arrives("french", CHAT);
        centre.pass(s(20));
        InteractionId later = centre.arrives("other", CHAT);
        centre.pass(s(20));
        assertEquals("other", centre.queueOf(contact));
        centre.ready("anyone");
        assertEquals(
                List.of(s(40), s(20)),
                List.of(lastOffer(contact).waited(), lastOffer(later).waited()),
                "both places count from their own arrival");
    }

    @Test
    void itOverflowsByPositionStaffingServiceLevelAndHours() {
        queue("other", List.of(step(0, 0)), 0, rules -> rules);
        agent("expert", 5);
        queue("french", List.of(step(0, 4)), 0, rules -> rules.over(QueueRules.When.POSITION, 1, "other"));
        InteractionId first = centre.arrives("french", CHAT);
        centre.pass(s(1));
        assertEquals("french", centre.queueOf(first));
        assertEquals("other", centre.queueOf(centre.arrives("french", CHAT)));

        queue("french", List.of(step(0, 4)), 0, rules -> rules.over(QueueRules.When.STAFFING, 1, "other"));
        assertEquals("other", centre.queueOf(centre.arrives("french", CHAT)));

        queue("french", List.of(step(0, 4)), 0, rules -> rules.over(QueueRules.When.SERVICE_LEVEL, 72, "other"));
        InteractionId waiting = centre.arrives("french", CHAT);
        assertEquals("french", centre.queueOf(waiting), "nothing decided yet today");
        centre.serviceLevels.put(new QueueId("french"), 0.64);
        centre.pass(s(5));
        assertEquals("other", centre.queueOf(waiting), "within 5 s of the breach");
        InteractionEvent.Overflowed why = centre.events(waiting, InteractionEvent.Overflowed.class)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(72, 64), List.of(why.threshold(), why.actual()));

        queue("french", List.of(step(0, 4)), 0, rules -> rules.over(QueueRules.When.CLOSED, 0, "other"));
        assertEquals("french", centre.queueOf(centre.arrives("french", CHAT)));
        centre.closed.add(new QueueId("french"));
        assertEquals("other", centre.queueOf(centre.arrives("french", CHAT)));
    }

    @Test
    void tooMuchOrTooLongWaitingIsToldAndLetGo() {
        queue("french", List.of(step(0, 4)), 0, rules -> rules.limits(1, 90));
        InteractionId first = centre.arrives("french", CALL);
        centre.pass(s(1));
        InteractionId full = centre.arrives("french", CALL);
        assertEquals(Optional.of(Outcome.REFUSED), centre.contacts.get(full).outcome());
        assertTrue(centre.sessions.get(full).told.contains("dismiss refused"));
        centre.pass(s(89));
        assertEquals(Optional.of(Outcome.REFUSED), centre.contacts.get(first).outcome());
        assertTrue(centre.sessions.get(first).told.contains("dismiss refused"));
    }

    @Test
    void dedicatedAgentsAreTriedAloneAtFirst() {
        agent("expert", 5);
        agent("dedicated", 0);
        queue("french", List.of(step(0, 4)), 0, rules -> rules.prefers(0, List.of("dedicated"), 10));
        centre.ready("dedicated");
        centre.ready("expert");
        InteractionId own = centre.arrives("french", CALL);
        assertEquals(Optional.of("dedicated"), centre.with(own));
        centre.accepts("dedicated", own);
        InteractionId next = centre.arrives("french", CALL);
        assertEquals(Optional.empty(), centre.with(next));
        Why why = centre.events(next, InteractionEvent.Waited.class)
                .findFirst()
                .orElseThrow()
                .why();
        assertEquals(1, why.counts().get(Why.Cause.NOT_PREFERRED));
        centre.pass(s(10));
        assertEquals(Optional.of("expert"), centre.with(next));
    }

    @Test
    void creditCountsAsMinutesAndEndsAtTheCeiling() {
        agent("expert", 5);
        queue("french", List.of(step(0, 4)), 0, rules -> rules);
        queue("vip", List.of(step(0, 4)), 10, rules -> rules);
        InteractionId ordinary = centre.arrives("french", CALL);
        centre.pass(s(60));
        InteractionId important = centre.arrives("vip", CALL);
        centre.ready("expert");
        assertEquals(Optional.of("expert"), centre.with(important), "10 minutes of credit beat 60 s of waiting");
        centre.accepts("expert", important);
        centre.pass(s(70));
        InteractionId another = centre.arrives("vip", CALL);
        centre.completes("expert", important);
        assertEquals(Optional.of("expert"), centre.with(ordinary), "nobody passes it after its 120 s");
        assertEquals(Optional.empty(), centre.with(another));
    }

    @Test
    void aSupervisorGivesCredit() {
        agent("expert", 5);
        queue("french", List.of(step(0, 4)), 0, rules -> rules);
        InteractionId first = centre.arrives("french", CALL);
        centre.pass(s(5));
        InteractionId second = centre.arrives("french", CALL);
        HandMovedCentre.must(centre.does("susan", new InteractionCommand.RankInteraction(second, 5)));
        centre.ready("expert");
        assertEquals(Optional.of("expert"), centre.with(second));
        assertEquals(Optional.empty(), centre.with(first));
    }

    @Test
    void whoStillWrapsItUpIsNotOfferedItAgain() {
        agent("expert", 5);
        QueueSettings usual = DemoSettings.queue("french", s(15), QueueSettings.WrapUp.Mode.OPTIONAL);
        centre.queue(new QueueSettings(
                usual.id(), "french", usual.unit(), Map.of(FRENCH, 1), 0, usual.goal(), s(15), usual.wrapUp()));
        centre.ready("expert");
        InteractionId contact = centre.arrives("french", CHAT);
        centre.accepts("expert", contact);
        HandMovedCentre.must(centre.does(
                "expert",
                new InteractionCommand.TransferInteraction(
                        contact, new InteractionCommand.Target.ToQueue(new QueueId("french")))));
        assertEquals(InteractionState.WAITING, centre.contacts.get(contact).state(), "his part wraps up first");
        centre.pass(s(61));
        assertEquals(InteractionState.OFFERED, centre.contacts.get(contact).state());
        centre.accepts("expert", contact);
        centre.leaves(contact);
        centre.pass(s(61));
        assertEquals(InteractionState.CLOSED, centre.contacts.get(contact).state());
    }

    @Test
    void aCallInterruptsChatsAndNothingComesBesideIt() {
        agent("expert", 5);
        queue("french", List.of(step(0, 4)), 0, rules -> rules);
        centre.ready("expert");
        InteractionId chat = centre.arrives("french", CHAT);
        centre.accepts("expert", chat);
        InteractionId call = centre.arrives("french", CALL);
        assertEquals(Optional.of("expert"), centre.with(call), "a call may interrupt");
        centre.accepts("expert", call);
        assertEquals(1, centre.events(chat, AssignmentEvent.Interrupted.class).count());
        assertTrue(centre.desks.get(new AgentId("expert")).assignments().stream()
                .anyMatch(one -> one.interaction().equals(chat) && one.interrupted()));
        InteractionId written = centre.arrives("french", CHAT);
        assertEquals(Optional.empty(), centre.with(written), "nothing comes beside a call");
        Why why = centre.events(written, InteractionEvent.Waited.class)
                .findFirst()
                .orElseThrow()
                .why();
        assertEquals(Map.of(Why.Cause.UNINTERRUPTED, 1), why.counts());
        centre.leaves(call);
        assertEquals(1, centre.events(chat, AssignmentEvent.Continued.class).count());
        assertEquals(Optional.of("expert"), centre.with(written));
    }

    @Test
    void theDesksClockLeavesOutTheTimeInWhichAContactStoodStill() {
        agent("expert", 5);
        queue("french", List.of(step(0, 4)), 0, rules -> rules);
        centre.ready("expert");
        InteractionId chat = centre.arrives("french", CHAT);
        centre.accepts("expert", chat);
        Instant since = since(chat);
        centre.pass(s(30));
        InteractionId call = centre.arrives("french", CALL);
        centre.accepts("expert", call);
        assertEquals(since, since(chat));
        centre.pass(s(100));
        centre.leaves(call);
        assertEquals(since.plus(s(100)), since(chat));
    }

    private Instant since(InteractionId contact) {
        return centre.desks.get(new AgentId("expert")).assignments().stream()
                .filter(one -> one.interaction().equals(contact))
                .findFirst()
                .orElseThrow()
                .since();
    }

    @Test
    void aChoiceReadsAsASentenceInBothLanguages() {
        agent("expert", 5);
        agent("learner", 2);
        agent("away", 9);
        queue("french", List.of(step(0, 4), step(30, 2)), 0, rules -> rules);
        centre.ready("learner");
        centre.ready("away");
        centre.presence("away", new io.patchbay.api.agent.Presence.NotReady("break"));
        InteractionId contact = centre.arrives("french", CALL);
        centre.pass(s(12));
        centre.ready("expert");
        Why why = lastOffer(contact);
        assertEquals(
                "等了 12 秒，第 1/2 步（法语 ≥ 4）：选 expert：在合适的会话中排位第一。未选 away：未示闲；未选 learner：技能不符（法语 2 < 4）。",
                new WhyWords(Locale.CHINA, AgentId::value, skill -> "法语").offered(why, new AgentId("expert")));
        assertEquals(
                "After 12 s, step 1 of 2 (French ≥ 4): offered to expert: first in rank of what fits. Not away: not ready; not"
                        + " learner: lacks a skill (French 2 < 4).",
                new WhyWords(Locale.ENGLISH, AgentId::value, skill -> "French").offered(why, new AgentId("expert")));
        Why waits = centre.events(contact, InteractionEvent.Waited.class)
                .findFirst()
                .orElseThrow()
                .why();
        assertEquals(
                "After 0 s, step 1 of 2 (French ≥ 4): nobody can take it now. Not away: not ready; not learner: lacks a"
                        + " skill (French 2 < 4).",
                new WhyWords(Locale.ENGLISH, AgentId::value, skill -> "French").waits(waits));
    }
}
