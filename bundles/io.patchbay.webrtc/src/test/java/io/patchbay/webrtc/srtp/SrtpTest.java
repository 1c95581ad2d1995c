// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SrtpTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final byte[] KEY = new byte[16];
    private static final byte[] SALT = new byte[14];
    private static final int CLEAR = 172;
    private static final int SEALED = CLEAR + SrtpSender.RTP_TRAILER;

    private final SrtpSender sender = new SrtpSender(KEY, SALT);
    private final SrtpReceiver receiver = new SrtpReceiver(KEY, SALT);

    private static byte[] packet(int sequence) {
        return ByteBuffer.allocate(256)
                .putShort((short) 0x8000)
                .putShort((short) sequence)
                .putInt(sequence * 160)
                .putInt(0xCAFE)
                .put((byte) 7)
                .array();
    }

    private byte[] sealed(int sequence) {
        byte[] packet = packet(sequence);
        sender.rtp(packet, CLEAR);
        return packet;
    }

    private boolean opens(byte[] packet) {
        byte[] copy = packet.clone();
        return receiver.rtp(copy, SEALED) == CLEAR && copy[12] == 7;
    }

    @Test
    void aRolledOverSequenceIsOpened() {
        for (int i = 65_000; i < 65_536 * 2 + 500; i++) {
            assertThat(opens(sealed(i))).as("packet %d", i).isTrue();
        }
    }

    @Test
    void disorderAroundARollOverIsOpened() {
        byte[] first = sealed(65_535);
        byte[] second = sealed(65_536);
        byte[] third = sealed(65_537);
        assertThat(opens(third)).isFalse(); // nothing tells that it rolled over before the first packet
        assertThat(opens(first)).isTrue();
        assertThat(opens(third)).isTrue();
        assertThat(opens(second)).isTrue();
    }

    @Test
    void nothingIsTakenTwice() {
        byte[] packet = sealed(10);
        assertThat(opens(packet)).isTrue();
        assertThat(opens(packet)).isFalse();
    }

    @Test
    void whatIsOlderThan64OthersIsDropped() {
        byte[] old = sealed(100);
        byte[] lateButKnown = sealed(101);
        for (int i = 102; i <= 164; i++) {
            assertThat(opens(sealed(i))).isTrue();
        }
        assertThat(opens(lateButKnown)).isTrue();
        assertThat(opens(old)).isFalse();
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] packet = sealed(1);
        for (int bit = 0; bit < SEALED * 8; bit++) {
            byte[] changed = packet.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(receiver.rtp(changed, SEALED)).as("bit %d", bit).isEqualTo(-1);
        }
        assertThat(opens(packet)).isTrue();
    }

    @Test
    void forgedPacketsDoNotUseUpTheSources() {
        byte[] noise = new byte[256];
        Random random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            random.nextBytes(noise);
            noise[0] = (byte) 0x80;
            assertThat(receiver.rtp(noise, SEALED)).isEqualTo(-1);
            assertThat(receiver.rtcp(noise, SEALED)).isEqualTo(-1);
        }
        assertThat(opens(sealed(1))).isTrue();
    }

    @Test
    void noLengthBreaksIt() {
        for (int length = 0; length < 64; length++) {
            byte[] packet = new byte[64];
            Arrays.fill(packet, (byte) 0xFF);
            assertThat(receiver.rtp(packet, length)).isEqualTo(-1);
            assertThat(receiver.rtcp(packet, length)).isEqualTo(-1);
        }
    }

    @Test
    void reportsGoThereAndBackOnce() {
        byte[] report = Arrays.copyOf(
                ByteBuffer.allocate(8).putInt(0x80C90001).putInt(0xCAFE).array(), 64);
        for (int i = 0; i < 3; i++) {
            byte[] packet = report.clone();
            int length = sender.rtcp(packet, 28);
            assertThat(length).isEqualTo(28 + SrtpSender.RTCP_TRAILER);
            byte[] again = packet.clone();
            assertThat(receiver.rtcp(packet, length)).isEqualTo(28);
            assertThat(Arrays.copyOf(packet, 28)).isEqualTo(Arrays.copyOf(report, 28));
            assertThat(receiver.rtcp(again, length)).isEqualTo(-1);
        }
    }

    @Test
    void aPacketCostsNoObject() {
        byte[] packet = packet(0);
        long allocated = 0;
        for (int i = 0; i < 20_000; i++) {
            packet[2] = (byte) (i >> 8);
            packet[3] = (byte) i;
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            int length = sender.rtp(packet, CLEAR);
            int clear = receiver.rtp(packet, length);
            long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            assertThat(clear).isEqualTo(CLEAR);
            allocated += i < 10_000 ? 0 : after - before;
        }
        assertThat(allocated / 10_000).isZero(); // what the compiler of the JVM leaves behind aside
    }
}
