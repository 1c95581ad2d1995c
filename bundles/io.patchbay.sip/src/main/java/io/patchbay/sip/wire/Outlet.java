// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.message.Peer;

/** Sends messages. Any thread; returns at once. */
@FunctionalInterface
public interface Outlet {
    /** Sends one; {@code failed} runs on any thread if it is known not to have left. */
    void send(byte[] message, Peer to, Runnable failed);
}
