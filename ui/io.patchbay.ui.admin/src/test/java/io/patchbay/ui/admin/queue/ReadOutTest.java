// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static io.patchbay.ui.admin.queue.Drafts.FRENCH;
import static io.patchbay.ui.admin.queue.Drafts.LOANS;
import static io.patchbay.ui.admin.queue.Drafts.queue;
import static io.patchbay.ui.admin.queue.Drafts.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.QueueRules.NoAnswer;
import io.patchbay.api.queue.QueueRules.When;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadOutTest {
    private final QueueDraft draft = QueueDraft.of(
            queue("french", step(0, Map.of(FRENCH, 4, LOANS, 6)), step(30, Map.of(FRENCH, 3)), step(60, Map.of())));

    private String read(Locale locale) {
        ReadOut.Names names = new ReadOut.Names(SkillId::value, QueueId::value, AgentId::value);
        return new ReadOut(Words.of(ReadOut.class, locale), names)
                .text(draft, step -> 9 - step.needs().size() * 3);
    }

    @Test
    void theWholeRuleIsASentenceInChinese() {
        draft.dedicated = List.of(new AgentId("shen"));
        draft.amount(Amount.DEDICATED, 10);
        draft.ways.add(new DraftWay(When.WAIT, Optional.of(90), Optional.of(new QueueId("service"))));
        assertThat(read(Locale.CHINA))
                .isEqualTo("专属坐席 shen 先试 10 秒；前 30 秒只给 french ≥ 4且loans ≥ 6 的 3 人；"
                        + "30 秒后放宽到 french ≥ 3 的 6 人；60 秒后放宽到 任何人 的 9 人；等满 90 秒转 service；"
                        + "等满 120 秒后谁也不能再插队。目标是 80% 在 20 秒内接起。未接即转示忙。"
                        + "话后处理最长 60 秒，种类可选。");
    }

    @Test
    void theWholeRuleIsASentenceInEnglish() {
        assertThat(read(Locale.ENGLISH))
                .isEqualTo("For the first 30 s only french ≥ 4 and loans ≥ 6, 3 agents; "
                        + "from 30 s on french ≥ 3, 6 agents; from 60 s on anyone, 9 agents; "
                        + "nobody passes after 120 s. The goal is 80% answered within 20 s. "
                        + "Who lets it ring out becomes not ready. Up to 60 s wrap-up, the code optional.");
    }

    @Test
    void whatComesAfterTheContactIsReadOut() {
        draft.mode = WrapUp.Mode.FIXED;
        draft.amount(Amount.TIMES, 3);
        draft.rated = true;
        assertThat(read(Locale.CHINA)).endsWith("连续 3 次未接转示忙。话后处理固定 60 秒，不可提前结束。结束时请客户评 1 到 5 分。");
        draft.unanswered = NoAnswer.Then.READY;
        assertThat(read(Locale.ENGLISH))
                .endsWith("Who lets it ring out stays ready. Always 60 s wrap-up. Customers give 1 to 5.");
    }

    @Test
    void aNumberThatIsNotThereYetIsLeftOpen() {
        draft.amount(Amount.OVERTAKING, null);
        assertThat(read(Locale.ENGLISH)).contains("nobody passes after … s");
    }
}
