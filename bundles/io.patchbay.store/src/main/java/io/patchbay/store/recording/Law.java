// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

/** How a recorded byte of sound is read (ITU-T G.711). */
public enum Law {
    /** µ-law. */
    ULAW(0xFF),
    /** A-law. */
    ALAW(0xD5);

    private final byte silence;

    @SuppressWarnings("ImmutableEnumChecker") // a table that is only read
    private final short[] samples = new short[256];

    Law(int silence) {
        this.silence = (byte) silence;
        for (int code = 0; code < samples.length; code++) {
            samples[code] = (short) (silence == 0xFF ? ulaw(code) : alaw(code));
        }
    }

    private static int ulaw(int code) {
        int turned = ~code & 0xFF;
        int magnitude = ((((turned & 0x0F) << 3) + 0x84) << ((turned & 0x70) >> 4)) - 0x84;
        return (turned & 0x80) == 0 ? magnitude : -magnitude;
    }

    private static int alaw(int code) {
        int turned = code ^ 0x55;
        int segment = (turned & 0x70) >> 4;
        int base = ((turned & 0x0F) << 4) + 8;
        int magnitude = segment == 0 ? base : (base + 0x100) << (segment - 1);
        return (turned & 0x80) == 0 ? -magnitude : magnitude;
    }

    /**
     * The byte that says nothing.
     *
     * @return its code
     */
    public byte silence() {
        return silence;
    }

    /**
     * Reads a byte.
     *
     * @param code as recorded
     * @return 16 bit linear
     */
    public short sample(byte code) {
        return samples[code & 0xFF];
    }
}
