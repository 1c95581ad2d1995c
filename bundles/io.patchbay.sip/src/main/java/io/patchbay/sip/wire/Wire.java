// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

/** A socket that listens, and its thread. */
public interface Wire extends AutoCloseable {
    /** Begins to receive. */
    void start();

    /** Ends the socket and the thread. */
    @Override
    void close();
}
