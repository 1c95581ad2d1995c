// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.channel.voice.door.Net;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.sip.message.Transport;
import io.patchbay.spi.channel.OutboundCalls.Checked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundRulesTest {
    private static final String HOST = "192.0.2.7";
    private final List<Trunk> trunks = new ArrayList<>(List.of(trunk("home", way(true, false))));
    private final OutboundRules rules = new OutboundRules(() -> trunks, new Random(7));

    private static TrunkSettings.Outward way(boolean calls, boolean abroad) {
        return new TrunkSettings.Outward(calls, abroad, false, 10, 1, false, Duration.ZERO);
    }

    private static TrunkSettings.Outward share(int priority, int weight) {
        return new TrunkSettings.Outward(true, false, false, priority, weight, false, Duration.ZERO);
    }

    private static Trunk trunk(String name, TrunkSettings.Outward outward) {
        return trunk(name, outward, 1);
    }

    private static Trunk trunk(String name, TrunkSettings.Outward outward, int places) {
        return new Trunk(new TrunkSettings(
                name, HOST, 5060, Transport.UDP, "", "", Net.list(HOST), List.of("95500"), places, "CN", outward));
    }

    private String next(Trunk... tried) {
        return rules.enter("+8613812342046", Set.of(tried))
                .map(trunk -> trunk.settings().name())
                .orElse("none");
    }

    private String code(String number) {
        return rules.check(number) instanceof Checked.Refused refused
                ? refused.problem().code()
                : "good";
    }

    @ParameterizedTest
    @CsvSource({
        "13812342046, good",
        "+86 138 1234 2046, good",
        "010-65541234, good",
        "+33 1 23 45 67 89, number-abroad",
        "+44 909 879 0000, number-costly",
        "12, number-invalid",
        "11111111111, number-invalid",
        "110, number-invalid",
        "nobody, number-invalid"
    })
    void onlyRealNumbersOfOurCountryThatCostNothingExtraAreCalled(String number, String code) {
        assertThat(code(number)).isEqualTo(code);
    }

    @Test
    void numbersAreCalledInTheirInternationalForm() {
        assertThat(((Checked.Good) rules.check("138 1234 2046")).number().e164())
                .isEqualTo("+8613812342046");
    }

    @Test
    void abroadIsCalledByATrunkThatMay() {
        trunks.add(trunk("world", way(true, true)));
        assertThat(code("+33123456789")).isEqualTo("good");
        assertThat(rules.enter("+33123456789", Set.of())
                        .orElseThrow()
                        .settings()
                        .name())
                .isEqualTo("world");
    }

    @Test
    void withoutATrunkForItNobodyIsCalled() {
        trunks.clear();
        trunks.add(trunk("in", way(false, false)));
        assertThat(code("13812342046")).isEqualTo("no-trunk");
    }

    @Test
    void aFullTrunkGivesNoLineAndTheNextOneDoes() {
        assertThat(next()).isEqualTo("home");
        assertThat(next()).isEqualTo("none");
        trunks.add(trunk("second", way(true, false)));
        assertThat(next()).isEqualTo("second");
    }

    @Test
    void numbersThatCostExtraAreCalledByATrunkThatMay() {
        trunks.add(trunk("premium", new TrunkSettings.Outward(true, true, true, 10, 1, false, Duration.ZERO)));
        assertThat(code("+449098790000")).isEqualTo("good");
        assertThat(rules.enter("+449098790000", Set.of())
                        .orElseThrow()
                        .settings()
                        .name())
                .isEqualTo("premium");
    }

    @Test
    void theLowestPriorityIsTakenFirstOfThoseThatAnswerAndWereNotTried() {
        trunks.clear();
        Trunk first = trunk("first", share(1, 1), 10);
        Trunk second = trunk("second", share(2, 1), 10);
        trunks.addAll(List.of(second, first));
        assertThat(next()).isEqualTo("first");
        assertThat(next(first)).isEqualTo("second");
        first.away("no answer to OPTIONS");
        assertThat(next()).isEqualTo("second");
        assertThat(next(second)).as("better one that seems dead than none").isEqualTo("first");
        first.there();
        assertThat(next()).isEqualTo("first");
        assertThat(next(first, second)).isEqualTo("none");
    }

    @Test
    void trunksOfOnePriorityShareTheCallsByWeight() {
        trunks.clear();
        trunks.add(trunk("one", share(5, 1), 1_000));
        trunks.add(trunk("three", share(5, 3), 1_000));
        long three =
                IntStream.range(0, 1_000).filter(i -> next().equals("three")).count();
        assertThat(three).isBetween(700L, 800L);
    }
}
