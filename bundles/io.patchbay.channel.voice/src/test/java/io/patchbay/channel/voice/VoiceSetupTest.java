// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.sip.sdp.Audio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceSetupTest {
    @TempDir
    Path keys;

    private VoiceSetup setup(Map<String, Object> given) {
        return VoiceSetup.of(Written.as(VoiceConfig.class, given), keys);
    }

    @Test
    void withoutAnyWordItIsBoundToLoopbackAndSpeaksALawFirst() {
        VoiceSetup setup = setup(Map.of());
        assertThat(setup.bind()).isEqualTo("127.0.0.1");
        assertThat(setup.said().advertise()).isEqualTo("127.0.0.1");
        assertThat(setup.said().codecs()).containsExactly(Audio.Codec.PCMA, Audio.Codec.PCMU);
        assertThat(setup.tls()).isEmpty();
        assertThat(setup.drain()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatIsWrittenCounts() {
        VoiceSetup setup = setup(Map.of(
                "allowedOrigins",
                "https://crm.example.org, http://127.0.0.1:8080",
                "advertise",
                " 198.51.100.4 ",
                "codecs",
                "pcmu",
                "rtpPorts",
                "30000-30099",
                "deadAfterSeconds",
                5));
        assertThat(setup.said().advertise()).isEqualTo("198.51.100.4");
        assertThat(setup.said().local()).isEqualTo("127.0.0.1");
        assertThat(setup.allowedOrigins())
                .containsExactlyInAnyOrder("https://crm.example.org", "http://127.0.0.1:8080");
        assertThat(setup.said().codecs()).containsExactly(Audio.Codec.PCMU);
        assertThat(setup.media().firstPort()).isEqualTo(30_000);
        assertThat(setup.media().lastPort()).isEqualTo(30_099);
        assertThat(setup.media().deadAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "advertise, 0.0.0.0",
        "advertise, patchbay.example",
        "codecs, G729",
        "rtpPorts, 20000",
        "localNets, office",
        "allowedOrigins, crm.example.org",
        "allowedOrigins, https://crm.example.org/phone",
    })
    void aWrongValueIsNamed(String key, String value) {
        assertThatThrownBy(() -> setup(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key.equals("advertise") ? "advertise" : value);
    }
}
