// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.time.Duration;

/**
 * Audio in memory, prepared once for both laws and shared by all calls: playing it copies bytes. Immutable, safe for
 * any thread. Takes 16,000 bytes a second. Made by {@link Sounds}.
 */
public final class Sound {
    private static final int RATE = 8_000;

    private final byte[] mu;
    private final byte[] a;

    Sound(short[] pcm) {
        if (pcm.length == 0) {
            throw new IllegalArgumentException("a sound needs at least 1 sample");
        }
        mu = new byte[pcm.length];
        a = new byte[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            mu[i] = G711.PCMU.encode(pcm[i]);
            a[i] = G711.PCMA.encode(pcm[i]);
        }
    }

    /**
     * Its length.
     *
     * @return samples, 8,000 a second; at least 1
     */
    public int samples() {
        return mu.length;
    }

    /**
     * How long it plays.
     *
     * @return its length, cut to milliseconds
     */
    public Duration duration() {
        return Duration.ofMillis(samples() * 1000L / RATE);
    }

    /**
     * Copies some of it.
     *
     * @param law in which law
     * @param from first sample
     * @param to where to
     * @param at index of the first byte there
     * @param length how many samples at most
     * @return how many were copied; fewer than {@code length} at the end
     */
    public int copy(G711 law, int from, byte[] to, int at, int length) {
        int count = Math.min(length, samples() - from);
        System.arraycopy(law == G711.PCMU ? mu : a, from, to, at, count);
        return count;
    }
}
