// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {
    /** ITU-T G.711, tables 1a, 1b, 2a, 2b, scaled to 16 bit. */
    @ParameterizedTest
    @CsvSource({
        "PCMU, 0xFF, 0",
        "PCMU, 0x80, 32124",
        "PCMU, 0x00, -32124",
        "PCMU, 0x8F, 16764",
        "PCMU, 0xEF, 132",
        "PCMU, 0x7E, -8",
        "PCMA, 0xD5, 8",
        "PCMA, 0x55, -8",
        "PCMA, 0xAA, 32256",
        "PCMA, 0x2A, -32256",
        "PCMA, 0xC5, 264",
        "PCMA, 0xF5, 528"
    })
    void expandsAsTheTablesSay(G711 law, String code, int sample) {
        byte onTheWire = (byte) Integer.decode(code).intValue();
        assertThat(law.decode(onTheWire)).isEqualTo((short) sample);
        assertThat(law.encode((short) sample)).isEqualTo(onTheWire);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeSurvivesExpandingAndCompressing(G711 law) {
        for (int code = 0; code < 256; code++) {
            short sample = law.decode((byte) code);
            assertThat(law.decode(law.encode(sample))).isEqualTo(sample);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErrorGrowsWithTheLevelOnly(G711 law) {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int error = Math.abs(law.decode(law.encode((short) sample)) - sample);
            assertThat(error).isLessThanOrEqualTo(16 + Math.abs(sample) / 16);
        }
    }

    @Test
    void silenceIsNearlyZeroInBothLaws() {
        assertThat(G711.PCMU.silence()).isEqualTo((byte) 0xFF);
        assertThat(G711.PCMA.silence()).isEqualTo((byte) 0xD5);
    }

    @ParameterizedTest
    @EnumSource
    void recodingCostsNoMoreThanExpandingAndCompressing(G711 law) {
        G711 other = law == G711.PCMU ? G711.PCMA : G711.PCMU;
        for (int code = 0; code < 256; code++) {
            assertThat(law.recode((byte) code, other)).isEqualTo(other.encode(law.decode((byte) code)));
            assertThat(law.recode((byte) code, law)).isEqualTo((byte) code);
        }
    }
}
