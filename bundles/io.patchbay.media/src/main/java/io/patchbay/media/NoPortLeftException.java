// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

/** No pair of RTP and RTCP ports is free: the call must be refused (SIP 503). */
public final class NoPortLeftException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Says what is used up.
     *
     * @param message names the range and how much of it is in use
     */
    public NoPortLeftException(String message) {
        super(message);
    }
}
