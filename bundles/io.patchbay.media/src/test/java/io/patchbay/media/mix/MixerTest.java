// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.G711;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MixerTest {
    private final Mixer mixer = new Mixer();
    private final byte[] mixed = new byte[Speech.FRAME + 10];

    private static Speech says(G711 law, int sample) {
        Speech speech = new Speech();
        speech.law(law);
        speech.audible(true);
        Arrays.fill(speech.frame(), law.encode((short) sample));
        return speech;
    }

    private int mix(G711 law, Speech... from) {
        mixer.mix(from, law, mixed, 10);
        return law.decode(mixed[10 + 159]);
    }

    @Test
    void nobodyIsSilence() {
        Speech quiet = says(G711.PCMA, 1_000);
        quiet.audible(false);
        assertThat(mixer.mix(new Speech[] {quiet}, G711.PCMU, mixed, 0)).isFalse();
        assertThat(mixed[0]).isEqualTo(G711.PCMU.silence());
    }

    @Test
    void voicesAreAddedOverTheLaws() {
        assertThat(mix(G711.PCMA, says(G711.PCMA, 1_000), says(G711.PCMU, 2_000)))
                .isBetween(2_900, 3_100);
    }

    @Test
    void tooLoudIsClippedAndNeverWraps() {
        Speech loud = says(G711.PCMU, 30_000);
        assertThat(mix(G711.PCMU, loud, loud, loud, loud)).isEqualTo(32_124);
        Speech low = says(G711.PCMA, -30_000);
        assertThat(mix(G711.PCMA, low, low, low)).isEqualTo(-32_256);
    }

    @Test
    void whatStandsBeforeIsNotTouched() {
        mix(G711.PCMA, says(G711.PCMA, 1_000));
        assertThat(Arrays.copyOf(mixed, 10)).containsOnly(0);
    }
}
