// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static io.patchbay.ui.admin.queue.Drafts.FRENCH;
import static io.patchbay.ui.admin.queue.Drafts.LOANS;
import static io.patchbay.ui.admin.queue.Drafts.faults;
import static io.patchbay.ui.admin.queue.Drafts.queue;
import static io.patchbay.ui.admin.queue.Drafts.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueRules.Closed;
import io.patchbay.api.queue.QueueRules.NoAnswer;
import io.patchbay.api.queue.QueueRules.Phrase;
import io.patchbay.api.queue.QueueRules.Rating;
import io.patchbay.api.queue.QueueRules.When;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueDraftTest {
    private final QueueSettings french =
            queue("french", step(0, Map.of(FRENCH, 4, LOANS, 6)), step(30, Map.of(FRENCH, 3)), step(60, Map.of()));
    private final QueueDraft draft = QueueDraft.of(french);

    @Test
    void anUntouchedDraftIsTheQueueItself() {
        assertThat(faults(draft, french)).isEmpty();
        assertThat(draft.changed()).isFalse();
        assertThat(draft.settings()).isEqualTo(french);
    }

    @Test
    void everythingTypedIsSaved() {
        draft.amount(Amount.RING, 20);
        draft.amount(Amount.PRIORITY, 3);
        draft.amount(Amount.DEDICATED, 10);
        draft.dedicated = List.of(new AgentId("alice"));
        draft.text(Phrasing.CHINESE, "已下班");
        draft.text(Phrasing.ENGLISH, "Closed");
        draft.strategy = "best-skill";
        draft.closed = Closed.CALLBACK;
        draft.ways.add(new DraftWay(When.POSITION, Optional.of(8), Optional.of(new QueueId("service"))));
        draft.steps.begins(1, Optional.of(40));
        assertThat(faults(draft, french, queue("service"))).isEmpty();
        assertThat(draft.changed()).isTrue();
        QueueSettings saved = draft.settings();
        assertThat(saved.ring()).hasSeconds(20);
        assertThat(saved.priority()).isEqualTo(3);
        assertThat(saved.rules().preferred().dedicated()).containsExactly(new AgentId("alice"));
        assertThat(saved.rules().hours().greeting().orElseThrow().chinese()).isEqualTo("已下班");
        assertThat(saved.rules().strategy()).isEqualTo("best-skill");
        assertThat(saved.rules().overflow()).hasSize(1);
        assertThat(saved.steps().get(1).from()).hasSeconds(40);
    }

    @Test
    void whatComesAfterTheContactIsKeptAndSaved() {
        draft.mode = WrapUp.Mode.FIXED;
        draft.unanswered = NoAnswer.Then.NOT_READY;
        draft.amount(Amount.TIMES, 3);
        draft.rated = true;
        draft.best = 3;
        draft.text(Phrasing.RATE_CHINESE, "满意吗？1 到 3 分");
        draft.text(Phrasing.RATE_ENGLISH, "How was it, 1 to 3?");
        assertThat(faults(draft, french)).isEmpty();
        QueueSettings saved = draft.settings();
        assertThat(saved.wrapUp().mode()).isEqualTo(WrapUp.Mode.FIXED);
        assertThat(saved.rules().noAnswer()).isEqualTo(new NoAnswer(NoAnswer.Then.NOT_READY, 3));
        assertThat(saved.rules().rating())
                .isEqualTo(new Rating(true, Optional.of(new Phrase("How was it, 1 to 3?", "满意吗？1 到 3 分")), 3));
        QueueDraft again = QueueDraft.of(saved);
        again.amount(Amount.RING, 16);
        assertThat(again.settings().rules()).isEqualTo(saved.rules());
        assertThat(again.settings().wrapUp()).isEqualTo(saved.wrapUp());
    }

    @Test
    void stepsThatChangePlacesLeaveTheirTimes() {
        draft.steps.swap(0);
        assertThat(draft.settings().steps())
                .containsExactly(step(0, Map.of(FRENCH, 3)), step(30, Map.of(FRENCH, 4, LOANS, 6)), step(60, Map.of()));
    }

    @Test
    void whatStaysAfterTheFirstStepIsRemovedBeginsAtOnce() {
        draft.steps.remove(0);
        assertThat(draft.settings().steps()).containsExactly(step(0, Map.of(FRENCH, 3)), step(60, Map.of()));
    }

    @Test
    void aStepThatIsAddedAsksForNothingHalfAMinuteLater() {
        draft.steps.add();
        assertThat(draft.settings().steps().get(3)).isEqualTo(step(90, Map.of()));
    }

    @Test
    void aNewQueueNeedsAnIdThatIsFreeAndAName() {
        QueueDraft fresh = QueueDraft.fresh(new UnitId("hq"));
        assertThat(faults(fresh, french)).extracting(Fault::word).containsExactly("fault.id", "fault.needed");
        fresh.text(Phrasing.ID, "french");
        fresh.text(Phrasing.NAME, "法语二线");
        assertThat(faults(fresh, french)).extracting(Fault::word).containsExactly("fault.id.taken");
        fresh.text(Phrasing.ID, "french-2");
        assertThat(faults(fresh, french)).isEmpty();
        assertThat(fresh.changed()).isTrue();
    }
}
