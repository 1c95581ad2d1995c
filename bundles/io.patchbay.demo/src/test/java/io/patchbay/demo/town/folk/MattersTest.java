// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.folk;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.demo.town.folk.Matter.Who;
import io.patchbay.demo.town.seed.Staff;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MattersTest {
    private final Matters matters = Matters.read();

    @Test
    void everyMatterIsSaidInBothLanguagesByBothSides() {
        assertThat(matters.brought()).hasSizeGreaterThan(5).allSatisfy(matter -> {
            for (String language : new String[] {"zh", "en"}) {
                assertThat(matter.line(language, Who.CUSTOMER, 1)).isPresent();
                assertThat(matter.line(language, Who.CUSTOMER, 2)).isPresent();
                assertThat(matter.line(language, Who.AGENT, 1)).isPresent();
                assertThat(matter.subject(language)).isNotEqualTo(matter.key());
            }
        });
    }

    @Test
    void everyMatterHasAQueueThatIsThere() {
        assertThat(matters.brought()).allSatisfy(matter -> assertThat(Staff.QUEUES)
                .containsKey(Staff.queue(matter.queue()).value()));
    }

    @Test
    void anAgentUnderstandsWhatACustomerWrites() {
        Matter any = matters.any(new Random(1));
        String words = any.line("zh", Who.CUSTOMER, 1).orElseThrow();
        assertThat(matters.about("回复：" + words)).isEqualTo(any);
        assertThat(matters.about("?!")).isEqualTo(matters.hello());
    }

    @Test
    void heSaysGoodByeWhereAMatterHasNoMoreAnswers() {
        Matter any = matters.any(new Random(1));
        assertThat(matters.answer(any, "en", 1)).isNotEqualTo(matters.answer(any, "en", 2));
        assertThat(matters.answer(any, "en", 2))
                .isEqualTo(matters.answer(any, "en", 9))
                .contains("good bye");
    }

    @Test
    void theLanguageOfATextIsSeen() {
        assertThat(Matters.language("我的卡丢了")).isEqualTo("zh");
        assertThat(Matters.language("My card is gone")).isEqualTo("en");
    }
}
