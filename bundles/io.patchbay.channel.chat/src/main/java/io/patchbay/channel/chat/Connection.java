// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

/** One open socket to a visitor's browser. Safe for any thread. */
interface Connection {
    /** Sends a frame; {@code sent} runs once it is out, never if the connection breaks. */
    void send(String frame, Runnable sent);

    /** Sends a frame. */
    default void send(String frame) {
        send(frame, () -> {});
    }

    /** Closes after what was sent; the code is RFC 6455's. */
    void close(int code, String reason);
}
