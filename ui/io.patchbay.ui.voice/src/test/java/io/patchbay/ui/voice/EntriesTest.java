// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.QueueId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount.Answering;
import io.patchbay.channel.voice.api.PhoneAccount.Digest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static NumberEntry number(String number, Optional<QueueId> queue, Optional<Integer> position) {
        return new NumberEntry(number, queue, "zh-CN", "welcome", true, false, true, true, position);
    }

    private static PhoneEntry phone(String extension, String secret, boolean fresh) {
        return new PhoneEntry(extension, Digest.MD5, Answering.HANDSET, secret, fresh);
    }

    @Test
    void aRightNumberIsWhatWasTyped() {
        NumberEntry entry = number(" 95500 ", Optional.of(new QueueId("service")), Optional.of(30));
        assertThat(entry.wrong()).isEmpty();
        assertThat(entry.value())
                .isEqualTo(new DialledNumber(
                        "95500", new QueueId("service"), "zh-CN", "welcome", DialledNumber.Rules.USUAL));
    }

    @Test
    void eachWrongFieldIsNamed() {
        assertThat(number("955 00", Optional.empty(), Optional.of(14)).wrong())
                .isEqualTo(Map.of("number", "number.form", "queue", "needed", "position", "position.form"));
        assertThat(number("95500", Optional.of(new QueueId("q")), Optional.empty())
                        .wrong())
                .containsOnlyKeys("position");
    }

    @Test
    void whatTheFormAllowsTheNumberTakes() {
        for (int seconds : new int[] {0, 15, 600}) {
            NumberEntry entry = number("+861095500", Optional.of(new QueueId("q")), Optional.of(seconds));
            assertThat(entry.wrong()).isEmpty();
            assertThat(entry.value().rules().positionSeconds()).isEqualTo(seconds);
        }
        for (int seconds : new int[] {-1, 1, 14, 601}) {
            assertThat(number("1", Optional.of(new QueueId("q")), Optional.of(seconds))
                            .wrong())
                    .containsOnlyKeys("position");
        }
    }

    @Test
    void aNewPhoneNeedsAPassword() {
        assertThat(phone("1001", "", true).wrong()).containsOnlyKeys("secret");
        assertThat(phone("1001", "", false).wrong()).isEmpty();
        assertThat(phone("1001", "short", false).wrong()).containsOnlyKeys("secret");
        assertThat(phone("1", "long enough", true).wrong()).containsOnlyKeys("extension");
    }

    @Test
    void anEmptyPasswordKeepsThePresentOne() {
        assertThat(phone("1001", "", false).value().secret()).isEmpty();
        assertThat(phone("1001", "long enough", true).value().secret()).contains("long enough");
    }

    @Test
    void noSecretIsEverPrinted() {
        assertThat(phone("1001", "long enough", true).toString()).doesNotContain("long enough");
        assertThat(phone("1001", "long enough", true).value().toString()).doesNotContain("long enough");
    }

    @Test
    void theDrainSentenceFollowsTheCalls() {
        assertThat(new Draining(true, false, 3).sentence()).isEqualTo("drain.off");
        assertThat(new Draining(true, true, 3).sentence()).isEqualTo("drain.on");
        assertThat(new Draining(true, true, 3).endable()).isTrue();
        assertThat(new Draining(true, true, 0).sentence()).isEqualTo("drain.empty");
        assertThat(new Draining(true, true, 0).endable()).isFalse();
    }
}
