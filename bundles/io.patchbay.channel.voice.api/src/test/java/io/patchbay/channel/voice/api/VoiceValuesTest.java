// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.id.QueueId;
import io.patchbay.channel.voice.api.DialledNumber.Rules;
import io.patchbay.channel.voice.api.PhoneAccount.Answering;
import io.patchbay.channel.voice.api.PhoneAccount.Digest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceValuesTest {
    private static DialledNumber number(String number, String language, String greeting) {
        return new DialledNumber(number, new QueueId("service"), language, greeting, Rules.USUAL);
    }

    private static void refused(Runnable making, String named) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "9550a", "955 00", "++8621", "123456789012345678901"})
    void aNumberIsDigitsPerhapsBehindAPlus(String wrong) {
        refused(() -> number(wrong, "en", ""), "\"" + wrong + "\"");
        assertThat(number("+12345678901234567890", "en", "").number()).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zh", "de", "EN"})
    void aLanguageIsOneOfTheTwo(String wrong) {
        refused(() -> number("95500", wrong, ""), "\"" + wrong + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Welcome", "../welcome", "welcome.wav", "a b"})
    void aGreetingIsAPromptsNameAndNeverAPath(String wrong) {
        refused(() -> number("95500", "en", wrong), "\"" + wrong + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 14, 601})
    void aPlaceIsToldNeverOrEvery15To600Seconds(int wrong) {
        refused(() -> new Rules(true, true, true, wrong, false), Integer.toString(wrong));
        assertThat(new Rules(true, true, true, 0, false).positionSeconds()).isZero();
        assertThat(new Rules(true, true, true, 15, false).positionSeconds()).isEqualTo(15);
        assertThat(new Rules(true, true, true, 600, false).positionSeconds()).isEqualTo(600);
    }

    @Test
    void onlyWhatIsRecordedCanHaveToBe() {
        refused(() -> new Rules(false, false, true, 0, true), "mustRecord");
        assertThat(new Rules(true, false, true, 0, true).mustRecord()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "123456789", "10a1", "+1001"})
    void anExtensionHasTwoToEightDigits(String wrong) {
        refused(() -> new PhoneAccount(wrong, Digest.MD5, Answering.TALK), "\"" + wrong + "\"");
    }

    @ParameterizedTest
    @EnumSource(Answering.class)
    void aWayOfAnsweringIsReadAsItIsWritten(Answering way) {
        assertThat(Answering.parse(way.wire())).isEqualTo(way);
        refused(() -> Answering.parse("ALERT_INFO"), "\"ALERT_INFO\"");
    }

    @Test
    void aPasswordIsNotShown() {
        PhoneAccount phone = new PhoneAccount("1001", Digest.SHA256, Answering.ALERT_INFO);
        assertThat(new VoiceCommand.SavePhone(phone, Optional.of("wire-cutter")).toString())
                .contains("1001")
                .doesNotContain("wire-cutter");
    }
}
