// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

/** Hears how a registration of ours goes. Called in order on a worker thread. */
public interface RegistrationListener {
    /**
     * The trunk took it, for the first time or again after a failure.
     *
     * @param seconds how long it holds; it is refreshed in time
     */
    void registered(int seconds);

    /**
     * The trunk did not take it. It is tried again, later each time, at most every two minutes.
     *
     * @param status what came; 408 for nothing, 503 for a transport that failed, 401 for a wrong password
     * @param reason the reason phrase
     */
    void failed(int status, String reason);
}
