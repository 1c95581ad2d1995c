// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundsTest {
    private static final byte[] RAMP = {1, 0, 0, 16, 0, -16};

    @TempDir
    private Path folder;

    private static byte[] wav(int coding, int channels, int hertz, int bits, byte[] audio) {
        ByteBuffer file = ByteBuffer.allocate(54 + audio.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(46 + audio.length)
                .put(ascii("WAVEfmt "));
        file.putInt(16).putShort((short) coding).putShort((short) channels).putInt(hertz);
        file.putInt(hertz * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        file.put(ascii("LIST")).putInt(1).putShort((short) 0);
        return file.put(ascii("data")).putInt(audio.length).put(audio).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] audio(Sound sound, G711 law) {
        byte[] bytes = new byte[sound.samples()];
        assertThat(sound.copy(law, 0, bytes, 0, bytes.length)).isEqualTo(bytes.length);
        return bytes;
    }

    @Test
    void readsLinearSamplesPastOtherChunks() throws IOException {
        Path file = Files.write(folder.resolve("ramp.wav"), wav(1, 1, 8_000, 16, RAMP));
        Sound sound = Sounds.wav(file);
        G711 law = G711.PCMA;
        assertThat(audio(sound, law))
                .containsExactly(law.encode((short) 1), law.encode((short) 4_096), law.encode((short) -4_096));
    }

    @Test
    void readsBothLaws() throws IOException {
        byte[] codes = {(byte) 0x80, (byte) 0xFF};
        Sound mu = Sounds.wav("mu.wav", new ByteArrayInputStream(wav(7, 1, 8_000, 8, codes)));
        assertThat(audio(mu, G711.PCMU)).isEqualTo(codes);
        Sound a = Sounds.wav("a.wav", new ByteArrayInputStream(wav(6, 1, 8_000, 8, codes)));
        assertThat(audio(a, G711.PCMA)).isEqualTo(codes);
    }

    @Test
    void aWrongFormatIsNamedWithWhatIsWanted() throws IOException {
        Path file = Files.write(folder.resolve("music.wav"), wav(1, 2, 44_100, 16, RAMP));
        assertThatThrownBy(() -> Sounds.wav(file))
                .isInstanceOf(UnsupportedSoundException.class)
                .hasMessageContainingAll("music.wav", "44100 Hz, 2 channels, 16 bit", "wanted is WAV, 8,000 Hz, mono");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12, 20, 30, 43, 44, 53, 54})
    void aFileThatIsCutIsRefusedInWords(int length) {
        byte[] cut = Arrays.copyOf(wav(1, 1, 8_000, 16, RAMP), length);
        assertThatThrownBy(() -> Sounds.wav("cut.wav", new ByteArrayInputStream(cut)))
                .isInstanceOf(UnsupportedSoundException.class)
                .hasMessageStartingWith("cut.wav: found ");
    }

    @Test
    void tonesLastAsTheirCadenceSays() {
        assertThat(Tones.ringback().duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(Tones.busy().duration()).isEqualTo(Duration.ofMillis(700));
        assertThat(Sounds.silence(Duration.ofMillis(30)).samples()).isEqualTo(240);
    }

    @Test
    void nothingIsNoSound() {
        assertThatThrownBy(() -> Sounds.silence(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tones.key('x')).hasMessageContaining("'x'");
    }
}
