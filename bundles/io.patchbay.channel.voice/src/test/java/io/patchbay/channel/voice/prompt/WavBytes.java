// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.prompt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WAV file of silence. */
final class WavBytes {
    private WavBytes() {}

    static byte[] of(int samples) {
        int audio = 2 * samples;
        ByteBuffer file = ByteBuffer.allocate(44 + audio).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + audio).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        file.putShort((short) 2).putShort((short) 16);
        return file.put(ascii("data")).putInt(audio).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
