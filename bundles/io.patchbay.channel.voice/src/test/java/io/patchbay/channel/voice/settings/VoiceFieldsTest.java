// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoiceFieldsTest {
    private static VoiceFields fields(Map<String, Object> body) {
        return new VoiceFields(body);
    }

    @Test
    void aNumberNeedsOnlyItselfAndItsQueue() {
        DialledNumber number =
                fields(Map.of("number", "95500", "queue", "service")).number().number();
        assertThat(number.language()).isEqualTo("zh-CN");
        assertThat(number.greeting()).isEmpty();
        assertThat(number.rules()).isEqualTo(DialledNumber.Rules.USUAL);
    }

    @Test
    void everyRuleOfANumberCanBeSaid() {
        DialledNumber number = fields(Map.of(
                        "number",
                        "95500",
                        "queue",
                        "service",
                        "language",
                        "en",
                        "greeting",
                        "welcome",
                        "record",
                        false,
                        "notice",
                        false,
                        "staffNumber",
                        false,
                        "positionSeconds",
                        60))
                .number()
                .number();
        assertThat(number.rules()).isEqualTo(new DialledNumber.Rules(false, false, false, 60, false));
        assertThat(number.greeting()).isEqualTo("welcome");
    }

    @Test
    void aPhoneIsMd5AndPickedUpByHandUnlessSaidOtherwise() {
        var usual = fields(Map.of("extension", "1001")).phone();
        assertThat(usual.phone())
                .isEqualTo(new PhoneAccount("1001", PhoneAccount.Digest.MD5, PhoneAccount.Answering.HANDSET));
        assertThat(usual.secret()).isEmpty();
        var other = fields(Map.of(
                        "extension", "1001", "digest", "SHA256", "answering", "alert-info", "secret", "wire-cutter"))
                .phone();
        assertThat(other.phone().digest()).isEqualTo(PhoneAccount.Digest.SHA256);
        assertThat(other.phone().answering()).isEqualTo(PhoneAccount.Answering.ALERT_INFO);
        assertThat(other.secret()).isEqualTo(Optional.of("wire-cutter"));
        assertThat(other.toString()).doesNotContain("wire-cutter");
    }

    @Test
    void drainingEndsCallsOnlyIfItSaysSo() {
        assertThat(fields(Map.of()).drain().end()).isFalse();
        assertThat(fields(Map.of("end", true)).drain().end()).isTrue();
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        refused(Map.of("queue", "service"), "\"number\" is missing");
        refused(Map.of("number", 95500, "queue", "service"), "\"number\" must be text");
        refused(Map.of("number", "95500", "queue", "service", "record", "yes"), "\"record\" must be true or false");
        refused(
                Map.of("number", "95500", "queue", "service", "positionSeconds", "30"),
                "\"positionSeconds\" must be a number");
        assertThatThrownBy(() ->
                        fields(Map.of("extension", "1001", "digest", "sha1")).phone())
                .hasMessageContaining("sha1");
        assertThatThrownBy(() -> fields(Map.of()).removedPhone()).hasMessageContaining("extension");
        assertThatThrownBy(() -> fields(Map.of()).removedNumber()).hasMessageContaining("number");
    }

    private static void refused(Map<String, Object> body, String words) {
        assertThatThrownBy(() -> fields(body).number())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
