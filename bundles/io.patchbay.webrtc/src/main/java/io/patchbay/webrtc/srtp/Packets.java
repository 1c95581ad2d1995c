// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

/** What SRTP must know of a packet's bytes; nothing in them is believed. */
final class Packets {
    private static final int HEADER = 12;

    private Packets() {}

    static int sequence(byte[] packet) {
        return ((packet[2] & 0xFF) << 8) | (packet[3] & 0xFF);
    }

    static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 24)
                | ((bytes[at + 1] & 0xFF) << 16)
                | ((bytes[at + 2] & 0xFF) << 8)
                | (bytes[at + 3] & 0xFF);
    }

    static void word(byte[] bytes, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    /** Length of an RTP header with its CSRCs and extension; -1 if the packet is shorter than it says. */
    static int header(byte[] packet, int length) {
        if (length < HEADER) {
            return -1;
        }
        int header = HEADER + 4 * (packet[0] & 0x0F);
        if ((packet[0] & 0x10) != 0) {
            if (header + 4 > length) {
                return -1;
            }
            header += 4 + 4 * (((packet[header + 2] & 0xFF) << 8) | (packet[header + 3] & 0xFF));
        }
        return header <= length ? header : -1;
    }
}
