// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import static io.patchbay.core.path.HandMovedCentre.CALL;
import static io.patchbay.core.path.HandMovedCentre.CHAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import io.patchbay.api.queue.Why;
import io.patchbay.api.queue.WhyWords;
import io.patchbay.core.DemoSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers whose own officer is to be asked for 20 s before all others; 「french」 has two steps. */
final class OfficersTest {
    private static final SkillId FRENCH = new SkillId("french");
    private static final SkillId CARDS = new SkillId("cards");
    private final HandMovedCentre centre = new HandMovedCentre();

    @BeforeEach
    void settings() {
        centre.settings.people.clear();
        agent("expert", Map.of(FRENCH, 5));
        queue("french", Map.of(FRENCH, 4), Map.of(FRENCH, 3));
        queue("cards", Map.of(CARDS, 1), Map.of());
        queue("vip", Map.of(CARDS, 2), Map.of(CARDS, 1));
        centre.officer = Optional.of(new AgentId("own"));
    }

    private void agent(String user, Map<SkillId, Integer> skills) {
        Person usual = DemoSettings.of(user, 3);
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

    /** The second step from 30 s on; none if it is empty. */
    private void queue(String id, Map<SkillId, Integer> first, Map<SkillId, Integer> second) {
        QueueSettings usual = DemoSettings.queue(id, Duration.ofSeconds(15), QueueSettings.WrapUp.Mode.NONE);
        QueueRules rules = QueueRules.USUAL;
        Step begin = new Step(Duration.ZERO, first);
        centre.queue(new QueueSettings(
                usual.id(),
                id,
                usual.unit(),
                second.isEmpty() ? List.of(begin) : List.of(begin, new Step(Duration.ofSeconds(30), second)),
                0,
                usual.goal(),
                Duration.ofSeconds(15),
                usual.wrapUp(),
                new QueueRules(
                        new QueueRules.Preferred(Duration.ofSeconds(20), List.of(), Duration.ZERO),
                        List.of(),
                        rules.overtaking(),
                        rules.limits(),
                        rules.hours(),
                        rules.callback(),
                        rules.strategy(),
                        rules.rating())));
    }

    private Why offered(InteractionId contact) {
        return centre.events(contact, AssignmentEvent.Offered.class)
                .findFirst()
                .flatMap(AssignmentEvent.Offered::why)
                .orElseThrow();
    }

    private static String words(Why why, Locale locale) {
        return new WhyWords(locale, AgentId::value, skill -> skill.equals(FRENCH) ? "法语" : skill.value())
                .offered(why, new AgentId("expert"));
    }

    @Test
    void anOfficerOfAnyStepIsAskedFirst() {
        agent("own", Map.of(FRENCH, 3));
        centre.ready("expert");
        centre.ready("own");
        InteractionId contact = centre.arrives("french", CALL);
        assertEquals(Optional.of("own"), centre.with(contact), "he speaks it well enough for step 2");
    }

    @Test
    void anOfficerWhoIsBusyIsWaitedForAsLongAsTheQueueSays() {
        agent("own", Map.of(FRENCH, 4));
        centre.ready("own");
        centre.accepts("own", centre.arrives("french", CALL));
        centre.ready("expert");
        InteractionId contact = centre.arrives("french", CALL);
        centre.pass(Duration.ofSeconds(19));
        assertEquals(Optional.empty(), centre.with(contact));
        centre.pass(Duration.ofSeconds(1));
        assertEquals(Optional.of("expert"), centre.with(contact));
    }

    @Test
    void anOfficerOfAnotherGroupOfQueuesIsNamedAndNobodyWaitsForHim() {
        agent("own", Map.of(CARDS, 3));
        centre.ready("own");
        centre.ready("expert");
        assertNotSame(
                centre.groups().of(new AgentId("own")), centre.groups().of(new QueueId("french")), "they share nobody");
        InteractionId contact = centre.arrives("french", CHAT);
        assertEquals(Optional.of("expert"), centre.with(contact), "at once");
        Why why = offered(contact);
        assertEquals(
                "等了 0 秒，第 1/2 步（法语 ≥ 4）：选 expert：最空闲。未选 own：客户经理，不服务本队列（法语 0 < 4）。"
                        .replace("最空闲", WhyWords.half(why.choice(), true)),
                words(why, Locale.CHINA));
        assertEquals(Map.of(Why.Cause.OFFICER_OUTSIDE, 1), why.counts());
        assertEquals(Optional.of("own"), centre.with(centre.arrives("cards", CHAT)), "where he serves he is asked");
    }

    @Test
    void anOfficerOfTheGroupWhoLacksTheSkillsIsNotAskedEither() {
        agent("own", Map.of(CARDS, 1));
        agent("both", Map.of(CARDS, 1, FRENCH, 1));
        queue("french", Map.of(FRENCH, 4), Map.of(FRENCH, 1));
        centre.ready("own");
        centre.ready("expert");
        InteractionId contact = centre.arrives("french", CHAT);
        assertEquals(Optional.of("expert"), centre.with(contact));
        assertEquals(
                List.of(new Why.Other(new AgentId("own"), Why.Cause.OFFICER_OUTSIDE, "french 0 < 4")),
                offered(contact).others());
    }

    @Test
    void anOfficerWhoIsNotThereIsNamedOnce() {
        agent("own", Map.of(FRENCH, 9));
        centre.ready("own");
        centre.presence("own", new Presence.NotReady("break"));
        InteractionId contact = centre.arrives("french", CHAT);
        Why why = centre.events(contact, InteractionEvent.Waited.class)
                .findFirst()
                .orElseThrow()
                .why();
        assertEquals(Map.of(Why.Cause.OFFICER_AWAY, 1), why.counts());
        assertEquals(
                "After 0 s, step 1 of 2 (法语 ≥ 4): nobody can take it now. Not own: own officer, not ready.",
                new WhyWords(Locale.ENGLISH, AgentId::value, skill -> "法语").waits(why));
    }
}
