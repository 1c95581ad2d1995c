// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of a WAV file before its sound (Multimedia Programming Interface and Data Specifications 1.0, Microsoft and
 * IBM, 1991, chapter 3): {@code fmt } for stereo PCM, {@code cue } if there are marks, the head of {@code data}.
 */
final class WavHeader {
    static final int CHANNELS = 2;
    static final int FRAME_BYTES = CHANNELS * Short.BYTES;
    private static final int CHUNK_HEAD = 8;
    private static final int FORMAT_BYTES = 16;
    private static final int CUE_BYTES = 24;
    private static final short PCM = 1;

    private WavHeader() {}

    static byte[] of(long samples, List<Long> marks) {
        int cues = marks.isEmpty() ? 0 : CHUNK_HEAD + Integer.BYTES + marks.size() * CUE_BYTES;
        int length = CHUNK_HEAD + Integer.BYTES + CHUNK_HEAD + FORMAT_BYTES + cues + CHUNK_HEAD;
        long sound = samples * FRAME_BYTES;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        name(header, "RIFF").putInt((int) (length - CHUNK_HEAD + sound));
        name(header, "WAVE");
        format(header);
        if (cues > 0) {
            name(header, "cue ").putInt(cues - CHUNK_HEAD).putInt(marks.size());
            for (int i = 0; i < marks.size(); i++) {
                cue(header, i + 1, marks.get(i).intValue());
            }
        }
        name(header, "data").putInt((int) sound);
        return header.array();
    }

    private static void format(ByteBuffer header) {
        name(header, "fmt ").putInt(FORMAT_BYTES);
        header.putShort(PCM).putShort((short) CHANNELS).putInt(TimeLine.RATE);
        header.putInt(TimeLine.RATE * FRAME_BYTES).putShort((short) FRAME_BYTES).putShort((short) Short.SIZE);
    }

    private static void cue(ByteBuffer header, int id, int sample) {
        header.putInt(id).putInt(sample);
        name(header, "data").putInt(0).putInt(0).putInt(sample);
    }

    private static ByteBuffer name(ByteBuffer header, String four) {
        return header.put(four.getBytes(StandardCharsets.US_ASCII));
    }
}
