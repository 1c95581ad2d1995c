// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

/** A session description that we cannot agree to. */
public final class UnacceptableSdp extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason our own words, fit for a Warning header: nothing of the sender's */
    public UnacceptableSdp(String reason) {
        super(reason);
    }
}
