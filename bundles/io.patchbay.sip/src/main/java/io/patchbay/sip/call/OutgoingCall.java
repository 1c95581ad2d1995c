// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

/** A call that we make. */
public interface OutgoingCall extends SipCall {
    /**
     * Cancels while it rings; an answer that crosses it is acknowledged and ended by BYE. After the answer: nothing.
     * Ends in {@code refused(487, …)}.
     *
     * @param reason value of a Reason header ({@code SIP;cause=200;text="Call completed elsewhere"}); empty for none
     */
    void cancel(String reason);

    /**
     * Asks a ringing phone to answer by NOTIFY with {@code Event: talk} in the early dialog; nothing where no early
     * dialog exists.
     */
    void talk();
}
