// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.time.Duration;

/** Tones of the telephone network, as in mainland China (450 Hz; ITU-T E.180, supplement 2). */
public final class Tones {
    private static final int NETWORK_TONE = 450;
    private static final int RATE = 8_000;
    /** -10 dBm0; a full-scale sine is +3.14 dBm0 in A-law (ITU-T G.711). */
    private static final double AMPLITUDE = 32_767 * Math.pow(10, (-10 - 3.14) / 20);

    private static final String KEYPAD = "123A456B789C*0#D";
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final int KEY_SAMPLES = RATE / 10;

    private Tones() {}

    /**
     * One period of a cadence at -10 dBm0; loop it to go on.
     *
     * @param cadence which
     * @return the sound
     */
    public static Sound of(Cadence cadence) {
        short[] pcm = new short[samples(cadence.on()) + samples(cadence.off())];
        double step = 2 * Math.PI * cadence.hertz() / RATE;
        for (int i = 0; i < samples(cadence.on()); i++) {
            pcm[i] = (short) Math.round(AMPLITUDE * Math.sin(step * i));
        }
        return Sounds.pcm(pcm);
    }

    /**
     * Nothing to be heard: until an ear that was just opened hears.
     *
     * @param length how long
     * @return the sound
     */
    public static Sound silence(Duration length) {
        return Sounds.pcm(new short[samples(length)]);
    }

    /**
     * A key as tones in the audio (ITU-T Q.23): 100 ms at -10 dBm0 each, then 100 ms of silence.
     *
     * @param digit {@code 0-9 * # A-D}
     * @return the sound
     * @throws IllegalArgumentException if it is none
     */
    public static Sound key(char digit) {
        int key = KEYPAD.indexOf(digit);
        if (key < 0) {
            throw new IllegalArgumentException("no telephone has the key '" + digit + "'");
        }
        short[] pcm = new short[2 * KEY_SAMPLES];
        for (int i = 0; i < KEY_SAMPLES; i++) {
            double low = Math.sin(2 * Math.PI * ROWS[key / 4] / RATE * i);
            double high = Math.sin(2 * Math.PI * COLUMNS[key % 4] / RATE * i);
            pcm[i] = (short) Math.round(AMPLITUDE * (low + high));
        }
        return Sounds.pcm(pcm);
    }

    private static int samples(Duration length) {
        return Math.toIntExact(length.toMillis() * RATE / 1000);
    }

    /**
     * Ringback: 1 s on, 4 s off. One period.
     *
     * @return the sound
     */
    public static Sound ringback() {
        return of(new Cadence(NETWORK_TONE, Duration.ofSeconds(1), Duration.ofSeconds(4)));
    }

    /**
     * Busy: 0.35 s on, 0.35 s off. One period.
     *
     * @return the sound
     */
    public static Sound busy() {
        return of(new Cadence(NETWORK_TONE, Duration.ofMillis(350), Duration.ofMillis(350)));
    }

    /**
     * A short beep, before a recording or when a supervisor joins: 1,000 Hz, 200 ms.
     *
     * @return the sound
     */
    public static Sound beep() {
        return of(new Cadence(1_000, Duration.ofMillis(200), Duration.ZERO));
    }
}
