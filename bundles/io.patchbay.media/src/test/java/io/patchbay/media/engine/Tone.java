// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.G711;
import java.util.stream.IntStream;

/** Makes tones and finds them again (Goertzel). */
final class Tone {
    private static final double RATE = 8_000;
    private static final int AMPLITUDE = 8_000;

    private Tone() {}

    /** A frame that goes on where the one before ended. */
    static byte[] frame(int hertz, int firstSample, G711 law) {
        byte[] frame = new byte[160];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = law.encode((short) (AMPLITUDE * Math.sin(2 * Math.PI * hertz / RATE * (firstSample + i))));
        }
        return frame;
    }

    /** Amplitude of this frequency, 1.0 for that of {@link #frame}. */
    static double level(short[] samples, int hertz) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            real += samples[i] * Math.cos(2 * Math.PI * hertz / RATE * i);
            imaginary += samples[i] * Math.sin(2 * Math.PI * hertz / RATE * i);
        }
        return 2 * Math.hypot(real, imaginary) / Math.max(1, samples.length) / AMPLITUDE;
    }

    static short[] linear(byte[] codes, G711 law) {
        short[] samples = new short[codes.length];
        IntStream.range(0, codes.length).forEach(i -> samples[i] = law.decode(codes[i]));
        return samples;
    }
}
