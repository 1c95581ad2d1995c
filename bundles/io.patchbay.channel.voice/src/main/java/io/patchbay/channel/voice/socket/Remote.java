// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import java.io.IOException;
import java.util.function.Consumer;

/** The other end of a socket, as the web container gives it. Nothing blocks. */
interface Remote {
    /** Writes a text frame; {@code done} hears whether it left. */
    void text(String frame, Consumer<Boolean> done);

    /** Writes a binary frame. */
    void binary(byte[] frame, Consumer<Boolean> done);

    void ping() throws IOException;

    boolean isOpen();

    void close(int status, String words);
}
