// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.G711;
import io.patchbay.media.RecordedSecond;
import io.patchbay.media.RecordingSink;
import io.patchbay.media.Side;
import io.patchbay.media.mix.Mixer;
import io.patchbay.media.mix.Speech;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final int TICKS_A_SECOND = 50;

    private final List<String> told = new ArrayList<>();
    private final Mixer mixer = new Mixer();
    private final Speech speech = new Speech();
    private final RecordingSink sink = new RecordingSink() {
        @Override
        public void second(RecordedSecond second) {
            byte[] bytes = new byte[second.samples()];
            second.audio(Side.CUSTOMER).get(bytes);
            told.add(second.index() + " " + second.law(Side.CUSTOMER) + " " + bytes.length + " from " + bytes[0]);
        }

        @Override
        public void lost(int seconds) {
            told.add("lost " + seconds);
        }

        @Override
        public void closed() {
            told.add("closed");
        }

        @Override
        public void failed(IOException why) {
            told.add("failed " + why.getMessage());
        }
    };

    private final Recording recording = new Recording(sink, 2);

    private void append(int ticks, int value) {
        speech.law(G711.PCMU);
        speech.audible(true);
        Arrays.fill(speech.frame(), (byte) value);
        for (int i = 0; i < ticks; i++) {
            recording.append(mixer, new Speech[] {speech}, new Speech[0]);
        }
    }

    @Test
    void secondsComeInOrderAndTheLastIsShorter() {
        append(TICKS_A_SECOND, 1);
        append(TICKS_A_SECOND, 2);
        assertThat(recording.drain()).isTrue();
        append(3, 3);
        recording.finish();
        assertThat(recording.drain()).isFalse();
        assertThat(told).containsExactly("0 PCMU 8000 from 1", "1 PCMU 8000 from 2", "2 PCMU 480 from 3", "closed");
    }

    @Test
    void whatASlowSinkMissesIsToldInItsPlace() {
        for (int second = 0; second < 6; second++) {
            append(TICKS_A_SECOND, second);
        }
        recording.drain();
        append(TICKS_A_SECOND, 6);
        append(TICKS_A_SECOND, 7);
        recording.finish();
        recording.drain();
        assertThat(told)
                .containsExactly(
                        "0 PCMU 8000 from 0",
                        "1 PCMU 8000 from 1",
                        "2 PCMU 8000 from 2",
                        "lost 4",
                        "7 PCMU 8000 from 7",
                        "closed");
        assertThat(recording.lost()).isEqualTo(4);
    }

    @Test
    void aRecordingOfNothingIsComplete() {
        recording.finish();
        recording.drain();
        assertThat(told).containsExactly("closed");
    }

    @Test
    void lossAtTheVeryEndIsTold() {
        for (int second = 0; second < 5; second++) {
            append(TICKS_A_SECOND, second);
        }
        recording.finish();
        recording.drain();
        assertThat(told).endsWith("lost 2", "closed");
    }

    @Test
    void aSinkThatThrowsIsOver() {
        Recording broken = new Recording(
                new RecordingSink() {
                    @Override
                    public void second(RecordedSecond second) {
                        throw new IllegalStateException("on purpose");
                    }

                    @Override
                    public void lost(int seconds) {}

                    @Override
                    public void closed() {
                        told.add("closed");
                    }

                    @Override
                    public void failed(IOException why) {
                        told.add("failed " + why.getCause().getMessage());
                    }
                },
                2);
        broken.silence(mixer, TICKS_A_SECOND);
        assertThat(broken.drain()).isFalse();
        assertThat(broken.isBroken()).isTrue();
        assertThat(told).containsExactly("failed on purpose");
    }
}
