// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.record;

import io.patchbay.media.G711;
import io.patchbay.media.RecordedSecond;
import io.patchbay.media.Side;
import io.patchbay.media.mix.Mixer;
import io.patchbay.media.mix.Speech;
import java.nio.ByteBuffer;

/** Room for one second; filled on the media thread, read on the recorder thread, never both. */
final class SecondBuffer implements RecordedSecond {
    static final int SAMPLES = 8_000;

    private final Channel customer = new Channel();
    private final Channel staff = new Channel();
    private long index;
    private int samples;
    private int withheldFrom;
    private int withheldTo;

    private static final class Channel {
        private final byte[] bytes = new byte[SAMPLES];
        private final ByteBuffer view = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        private G711 law = G711.PCMA;

        void append(Mixer mixer, Speech[] speakers, int at) {
            if (at == 0 && speakers.length > 0) {
                law = speakers[0].law();
            }
            mixer.mix(speakers, law, bytes, at);
        }
    }

    void begin(long second) {
        index = second;
        samples = 0;
        withheldFrom = 0;
        withheldTo = 0;
    }

    /** A tick that is marked; nobody is appended then. */
    void withhold() {
        withheldFrom = withheldTo == 0 ? samples : withheldFrom;
        withheldTo = samples + Speech.FRAME;
    }

    void append(Mixer mixer, Speech[] customers, Speech[] staffs) {
        customer.append(mixer, customers, samples);
        staff.append(mixer, staffs, samples);
        samples += Speech.FRAME;
    }

    boolean isFull() {
        return samples == SAMPLES;
    }

    private Channel channel(Side side) {
        return side == Side.CUSTOMER ? customer : staff;
    }

    @Override
    public long index() {
        return index;
    }

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public Withheld withheld() {
        return withheldTo == 0 ? Withheld.NOTHING : new Withheld(withheldFrom, withheldTo);
    }

    @Override
    public G711 law(Side side) {
        return channel(side).law;
    }

    @Override
    public ByteBuffer audio(Side side) {
        return channel(side).view.limit(samples).position(0);
    }
}
