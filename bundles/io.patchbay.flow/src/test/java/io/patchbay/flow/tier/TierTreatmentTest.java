// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.flow.Questions;
import io.patchbay.flow.api.TierRule;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TierTreatmentTest {
    private static final TreatmentQuestion CALL = Questions.call("+861066001234", "service", Instant.EPOCH);

    private static TierRule rule(String id, Map<String, Object> fields) {
        Map<String, Object> body = new java.util.HashMap<>(fields);
        body.put("rule", id);
        return TierFields.read(body);
    }

    private static Treated treat(TreatmentQuestion question, TierRule... rules) {
        return new TierTreatment(() -> List.of(rules)).treat(question);
    }

    private static TreatmentQuestion by(String tier, String officer, String language) {
        return Questions.by(CALL, CustomerId.at(1), tier, officer, language);
    }

    @Test
    void aTierGivesMinutesAQueueAndTheOwnOfficer() {
        TierRule gold = rule("gold", Map.of("tiers", List.of("gold"), "credit", 5, "officer", true));
        TierRule vip = rule("vip", Map.of("tiers", List.of("vip"), "queue", "vip", "credit", 10));
        Treated.ToQueue got = (Treated.ToQueue) treat(by("gold", "carol", ""), gold, vip);
        assertThat(got.creditMinutes()).isEqualTo(5);
        assertThat(got.officer()).contains(new AgentId("carol"));
        assertThat(got.queue()).isEmpty();
        assertThat(got.why().orElseThrow().english())
                .isEqualTo("By rule gold: 5 min of credit, own officer carol first");
        assertThat(got.why().orElseThrow().chinese()).isEqualTo("按规则 gold：优先 5 分钟，先找客户经理 carol");
        assertThat(((Treated.ToQueue) treat(by("vip", "", ""), gold, vip)).queue())
                .contains(new QueueId("vip"));
        assertThat(treat(by("standard", "", ""), gold, vip)).isEqualTo(Treated.nothing());
        assertThat(treat(CALL, gold, vip)).isEqualTo(Treated.nothing());
    }

    @Test
    void ofSeveralRulesTheLargestCreditAndTheFirstQueueCount() {
        TierRule area = rule("beijing", Map.of("areas", List.of("+8610"), "queue", "north", "credit", 1));
        TierRule gold = rule("gold", Map.of("tiers", List.of("gold"), "queue", "gold", "credit", 5));
        Treated.ToQueue got = (Treated.ToQueue) treat(by("gold", "", ""), area, gold);
        assertThat(got.queue()).contains(new QueueId("north"));
        assertThat(got.creditMinutes()).isEqualTo(5);
        assertThat(treat(Questions.call("+862166001234", "service", Instant.EPOCH), area))
                .isEqualTo(Treated.nothing());
    }

    @Test
    void theCustomersLanguageBeatsTheContacts() {
        TierRule english = rule("english", Map.of("languages", List.of("en"), "queue", "english"));
        assertThat(treat(by("standard", "", "en-GB"), english)).isInstanceOf(Treated.ToQueue.class);
        assertThat(treat(by("standard", "", ""), english)).isEqualTo(Treated.nothing());
    }

    @Test
    void aRuleHoldsOnlyInItsQueues() {
        TierRule gold = rule("gold", Map.of("tiers", List.of("gold"), "queues", List.of("loans"), "credit", 5));
        assertThat(treat(by("gold", "", ""), gold)).isEqualTo(Treated.nothing());
        assertThat(treat(by("gold", "", "").going(new QueueId("loans")), gold)).isNotEqualTo(Treated.nothing());
        assertThat(Optional.of(gold.json())).map(TierFields::read).contains(gold);
    }

    @Test
    void aRuleForEverybodyOrForNothingIsRefused() {
        assertThatThrownBy(() -> rule("all", Map.of("credit", 5))).hasMessageContaining("tier, unit, area");
        assertThatThrownBy(() -> rule("none", Map.of("tiers", List.of("gold")))).hasMessageContaining("must give");
        assertThatThrownBy(() -> rule("much", Map.of("tiers", List.of("gold"), "credit", 121)))
                .hasMessageContaining("0 to 120");
    }
}
