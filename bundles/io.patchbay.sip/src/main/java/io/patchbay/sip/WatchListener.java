// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

/** Hears whether a far end is there. Told when it changes, and once at first, on a worker thread. */
public interface WatchListener {
    /** It answers: whatever it says, it is there. */
    void there();

    /**
     * It does not answer.
     *
     * @param status 408 for nothing in time, 503 for a transport that failed or what it says of itself
     */
    void away(int status);
}
