// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.message.Peer;

/** Takes whole messages on a receiving thread. */
@FunctionalInterface
public interface Inbox {
    /**
     * One message; of a stream it is cut at its Content-Length, if that was legible.
     *
     * @return false if it was no message at all
     */
    boolean arrived(byte[] message, Peer source);
}
