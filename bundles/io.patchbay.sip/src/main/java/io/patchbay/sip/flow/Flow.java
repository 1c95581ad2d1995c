// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.flow;

import io.patchbay.sip.message.Peer;

/** One open WebSocket as the node sees it. Any thread, but one message after the other. */
public interface Flow {
    /**
     * Its name among all.
     *
     * @return the client's address, and its port or a free number where that is taken or unknown
     */
    Peer peer();

    /**
     * The client said something: one message of SIP, or a keep-alive (RFC 5626, 3.5.1). Returns at once. What is no
     * message, or too many of them, costs the socket, which is told to close.
     *
     * @param message the content of one frame
     */
    void arrived(byte[] message);

    /** The socket is gone: so are the phones that registered by it, and its calls. A second time: nothing. */
    void closed();
}
