// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.flow;

/** One open WebSocket as its holder offers it to the node. Called by any thread, many at once; returns at once. */
public interface FlowSocket {
    /**
     * Writes one message as one frame.
     *
     * @param message a message of SIP, or the answer to a keep-alive
     * @return false if it is known not to leave: the socket is closed, or its client does not read
     */
    boolean send(byte[] message);

    /**
     * Closes it; {@code Flow.closed} is called when that is done.
     *
     * @param why what was wrong
     */
    void close(Why why);

    /** Why the node wants no more of a socket, with the status of its close frame (RFC 6455, 7.4.1). */
    enum Why {
        /** What it said is no SIP. */
        ILLEGIBLE(1007, "not a SIP message"),
        /** It says too much in too short a time. */
        TOO_FAST(1008, "too many messages"),
        /** It stays without a registration and without a call. */
        UNUSED(1000, "neither registered nor in a call"),
        /** The node ends. */
        RESTART(1012, "going out of service");

        private final int status;
        private final String words;

        Why(int status, String words) {
            this.status = status;
            this.words = words;
        }

        /**
         * The close frame's status.
         *
         * @return 1000 to 1015
         */
        public int status() {
            return status;
        }

        /**
         * The close frame's words.
         *
         * @return at most 123 bytes
         */
        public String words() {
            return words;
        }
    }
}
