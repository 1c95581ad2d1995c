// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

/** The two laws of ITU-T G.711, 8,000 samples a second, one byte a sample. Stateless, safe for any thread. */
@SuppressWarnings("ImmutableEnumChecker") // the tables are filled once, here, and never shown
public enum G711 {
    /** µ-law, static payload type 0 (RFC 3551, 6). */
    PCMU(0) {
        @Override
        int expand(int code) {
            int inverted = ~code & 0xFF;
            int magnitude = (((inverted & 0x0F) << 3) + MU_BIAS) << ((inverted >> 4) & 7);
            return (inverted & 0x80) == 0 ? magnitude - MU_BIAS : MU_BIAS - magnitude;
        }

        @Override
        int compress(int sample) {
            int magnitude = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
            int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
            int code = (segment << 4) | ((magnitude >> (segment + 3)) & 0x0F);
            return ~(sample < 0 ? code | 0x80 : code);
        }
    },
    /** A-law, static payload type 8 (RFC 3551, 6). */
    PCMA(8) {
        @Override
        int expand(int code) {
            int inverted = code ^ 0x55;
            int segment = (inverted >> 4) & 7;
            int step = ((inverted & 0x0F) << 4) | 8;
            int magnitude = segment == 0 ? step : (step | 0x100) << (segment - 1);
            return (inverted & 0x80) == 0 ? -magnitude : magnitude;
        }

        @Override
        int compress(int sample) {
            int magnitude = (sample < 0 ? ~sample : sample) >> 3;
            int segment = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude));
            int code = (segment << 4) | ((magnitude >> Math.max(1, segment)) & 0x0F);
            return code ^ (sample < 0 ? 0x55 : 0xD5);
        }
    };

    private static final int MU_BIAS = 132;
    private static final int MU_CLIP = 32_635;

    private final int payloadType;
    private final short[] linear = new short[256];
    private final byte[] codes = new byte[1 << 16];
    private final byte[] otherLaw = new byte[256];

    static {
        for (G711 law : values()) {
            G711 other = law == PCMU ? PCMA : PCMU;
            for (int code = 0; code < 256; code++) {
                law.otherLaw[code] = other.encode(law.linear[code]);
            }
        }
    }

    G711(int payloadType) {
        this.payloadType = payloadType;
        for (int code = 0; code < linear.length; code++) {
            linear[code] = (short) expand(code);
        }
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            codes[sample & 0xFFFF] = (byte) compress(sample);
        }
    }

    abstract int expand(int code);

    abstract int compress(int sample);

    /**
     * The RTP payload type.
     *
     * @return 0 or 8
     */
    public int payloadType() {
        return payloadType;
    }

    /**
     * The byte of a sample of value 0.
     *
     * @return 0xFF for µ-law, 0xD5 for A-law
     */
    public byte silence() {
        return codes[0];
    }

    /**
     * Expands one sample.
     *
     * @param code as on the wire
     * @return 16 bit linear
     */
    public short decode(byte code) {
        return linear[code & 0xFF];
    }

    /**
     * Compresses one sample.
     *
     * @param sample 16 bit linear
     * @return as on the wire
     */
    public byte encode(short sample) {
        return codes[sample & 0xFFFF];
    }

    /**
     * Brings one sample into another law.
     *
     * @param code in this law
     * @param to the other law, or this one
     * @return in the other law
     */
    public byte recode(byte code, G711 to) {
        return to == this ? code : otherLaw[code & 0xFF];
    }
}
