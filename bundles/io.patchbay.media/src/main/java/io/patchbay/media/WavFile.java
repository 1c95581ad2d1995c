// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads RIFF/WAVE as far as prompts need it. Chunks before, between and after are skipped. */
final class WavFile {
    private static final int HEADER = 12;
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746D66;
    private static final int DATA = 0x61746164;
    private static final int PCM = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MOST_SAMPLES = 10 * 60 * 8_000;
    private static final String WANTED =
            "wanted is WAV, 8,000 Hz, mono, 16 bit PCM, A-law or µ-law, at most 10 minutes";

    private final String name;
    private final ByteBuffer bytes;
    private Optional<Format> format = Optional.empty();

    private record Format(int coding, int channels, int hertz, int bits) {
        boolean isLinear() {
            return coding == PCM && bits == 16;
        }

        boolean isPlayable() {
            return channels == 1
                    && hertz == 8_000
                    && (isLinear() || (bits == 8 && (coding == A_LAW || coding == MU_LAW)));
        }

        @Override
        public String toString() {
            return hertz + " Hz, " + channels + " channels, " + bits + " bit, WAVE format " + coding;
        }
    }

    WavFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    short[] samples() throws IOException {
        if (bytes.remaining() < HEADER || bytes.getInt(0) != RIFF || bytes.getInt(8) != WAVE) {
            throw refusal("no RIFF/WAVE file");
        }
        bytes.position(HEADER);
        while (bytes.remaining() >= 8) {
            int id = bytes.getInt();
            long declared = Integer.toUnsignedLong(bytes.getInt());
            // A data chunk may declare more than there is: programs that write to a pipe cannot know.
            int size = (int) Math.min(declared, bytes.remaining());
            if (id == DATA) {
                return audio(bytes.slice(bytes.position(), size).order(ByteOrder.LITTLE_ENDIAN));
            }
            if (id == FORMAT) {
                format = Optional.of(format(bytes.slice(bytes.position(), size).order(ByteOrder.LITTLE_ENDIAN)));
            }
            bytes.position(Math.min(bytes.limit(), bytes.position() + size + (size & 1)));
        }
        throw refusal("a file without audio");
    }

    private Format format(ByteBuffer chunk) throws IOException {
        if (chunk.remaining() < 16) {
            throw refusal("a format of " + chunk.remaining() + " bytes");
        }
        int coding = chunk.getShort(0) & 0xFFFF;
        if (coding == EXTENSIBLE && chunk.remaining() >= 26) {
            coding = chunk.getShort(24) & 0xFFFF;
        }
        return new Format(coding, chunk.getShort(2) & 0xFFFF, chunk.getInt(4), chunk.getShort(14) & 0xFFFF);
    }

    private short[] audio(ByteBuffer data) throws IOException {
        Format found = format.orElseThrow(() -> refusal("audio before its format"));
        if (!found.isPlayable()) {
            throw refusal(found.toString());
        }
        short[] samples = new short[found.isLinear() ? data.remaining() / 2 : data.remaining()];
        if (samples.length == 0 || samples.length > MOST_SAMPLES) {
            throw refusal(samples.length + " samples");
        }
        G711 law = found.coding() == A_LAW ? G711.PCMA : G711.PCMU;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = found.isLinear() ? data.getShort() : law.decode(data.get());
        }
        return samples;
    }

    private UnsupportedSoundException refusal(String found) {
        return new UnsupportedSoundException(name + ": found " + found + "; " + WANTED);
    }
}
