// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyWordsTest {
    private static final SkillId FRENCH = new SkillId("french");
    private static final WhyWords CHINESE = words(Locale.CHINA);
    private static final WhyWords ENGLISH = words(Locale.ENGLISH);

    private static WhyWords words(Locale locale) {
        return new WhyWords(locale, AgentId::value, skill -> skill.equals(FRENCH) ? "法语" : skill.value());
    }

    private static Why waits(List<Why.Other> others, Map<Why.Cause, Integer> counts) {
        return new Why(1, 2, Map.of(FRENCH, 4), Duration.ofSeconds(7), "", others, counts);
    }

    @Test
    void whereNobodyIsSignedInThatIsTheReason() {
        Why why = waits(List.of(), Map.of());
        assertThat(CHINESE.waits(why)).isEqualTo("等了 7 秒，第 1/2 步（法语 ≥ 4）：暂无可接坐席。能接的坐席都未签入。");
        assertThat(ENGLISH.waits(why))
                .isEqualTo("After 7 s, step 1 of 2 (法语 ≥ 4): nobody can take it now. Nobody who could is signed in.");
    }

    @Test
    void aSkillIsNamedAsTheReaderKnowsItAndTheRestIsCounted() {
        Why why = waits(
                List.of(new Why.Other(new AgentId("bob"), Why.Cause.SKILL, "french 2 < 4")),
                Map.of(Why.Cause.SKILL, 3));
        assertThat(CHINESE.waits(why)).endsWith("未选 bob：技能不符（法语 2 < 4）；另有 2 人技能不符。");
        assertThat(ENGLISH.waits(why)).endsWith("Not bob: lacks a skill (法语 2 < 4); 2 more: lacks a skill.");
    }

    @Test
    void everyCauseHasWordsInBothLanguages() {
        for (Why.Cause cause : Why.Cause.values()) {
            Why why = waits(List.of(new Why.Other(new AgentId("bob"), cause, "")), Map.of(cause, 1));
            assertThat(CHINESE.waits(why)).contains("未选 bob：").doesNotContain("null");
            assertThat(ENGLISH.waits(why)).contains("Not bob: ").doesNotContain("null");
        }
    }
}
