// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static io.patchbay.ui.admin.queue.Drafts.FRENCH;
import static io.patchbay.ui.admin.queue.Drafts.faults;
import static io.patchbay.ui.admin.queue.Drafts.leading;
import static io.patchbay.ui.admin.queue.Drafts.queue;
import static io.patchbay.ui.admin.queue.Drafts.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueRules.Closed;
import io.patchbay.api.queue.QueueRules.When;
import io.patchbay.api.queue.QueueSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultFinderTest {
    private final QueueSettings french =
            queue("french", step(0, Map.of(FRENCH, 4)), step(30, Map.of(FRENCH, 3)), step(60, Map.of()));
    private final QueueDraft draft = QueueDraft.of(french);

    @Test
    void aStepShorterThanTheRingIsNamedWithTheSecondThatMendsIt() {
        draft.steps.begins(2, Optional.of(42));
        assertThat(faults(draft)).containsExactly(Fault.at(Tab.STEPS, "step-2", "fault.step.short", 12, 15, 45));
    }

    @Test
    void aLongerRingMakesStepsTooShort() {
        draft.amount(Amount.RING, 31);
        assertThat(faults(draft)).extracting(Fault::place).containsExactly("step-1", "step-2");
    }

    @Test
    void aStepMustEndLaterThanItBegins() {
        draft.steps.begins(2, Optional.of(30));
        assertThat(faults(draft)).containsExactly(Fault.at(Tab.STEPS, "step-2", "fault.step.order", 30));
        draft.steps.begins(2, Optional.empty());
        assertThat(faults(draft)).containsExactly(Fault.at(Tab.STEPS, "step-2", "fault.step.end", 3_600));
    }

    @Test
    void levelsAreOneToTen() {
        draft.steps.level(0, FRENCH, 11);
        draft.steps.level(1, FRENCH, 0);
        assertThat(faults(draft)).extracting(Fault::place).containsExactly("step-1", "step-2");
    }

    @Test
    void numbersOutOfBoundsAndAbsentOnesAreFaultsAtTheirField() {
        draft.amount(Amount.OVERTAKING, 9);
        draft.amount(Amount.TRIES, null);
        assertThat(faults(draft))
                .containsExactly(
                        Fault.at(Tab.STEPS, "overtaking", "fault.number", 10, 3_600),
                        Fault.at(Tab.WAITING, "tries", "fault.number", 1, 10));
    }

    @Test
    void dedicatedAgentsNeedATimeAndTheTimeAgents() {
        draft.dedicated = List.of(new AgentId("alice"));
        assertThat(faults(draft)).extracting(Fault::word).containsExactly("fault.dedicated.time");
        draft.dedicated = List.of();
        draft.amount(Amount.DEDICATED, 10);
        assertThat(faults(draft)).extracting(Fault::word).containsExactly("fault.dedicated.agents");
    }

    @Test
    void anotherQueueWhenClosedMustBeChosenAndGreetingsAreInBothLanguages() {
        draft.closed = Closed.QUEUE;
        draft.text(Phrasing.CHINESE, "已下班");
        assertThat(faults(draft)).extracting(Fault::place).containsExactly("instead", "english");
    }

    @Test
    void questionsAreInBothLanguagesAndOffersRingOutOneToTenTimes() {
        draft.text(Phrasing.RATE_ENGLISH, "How was it?");
        draft.amount(Amount.TIMES, 11);
        assertThat(faults(draft))
                .containsExactly(
                        Fault.at(Tab.WRAPUP, "times", "fault.number", 1, 10),
                        Fault.at(Tab.WRAPUP, "rate-chinese", "fault.phrase"));
    }

    @Test
    void aWayThatLeadsBackIsNamedHopByHop() {
        QueueSettings loans = leading("loans", "service");
        QueueSettings service = leading("service", "french");
        draft.ways.add(new DraftWay(When.WAIT, Optional.of(60), Optional.of(new QueueId("loans"))));
        assertThat(faults(draft, french, loans, service))
                .containsExactly(Fault.at(Tab.OVERFLOW, "way-1", "fault.loop", "loans → service → french"));
        assertThat(faults(draft, french, leading("loans", "service"), leading("service", "loans")))
                .isEmpty();
    }

    @Test
    void aWayNeedsAQueueAndABoundOfItsKind() {
        draft.ways.add(new DraftWay(When.WAIT, Optional.of(60), Optional.empty()));
        draft.ways.add(new DraftWay(When.SERVICE_LEVEL, Optional.of(101), Optional.of(new QueueId("service"))));
        assertThat(faults(draft))
                .containsExactly(
                        Fault.at(Tab.OVERFLOW, "way-1", "fault.queue"),
                        Fault.at(Tab.OVERFLOW, "way-2", "fault.number", 1, 100));
    }
}
