// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

import io.patchbay.sip.message.Headers;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.SipUri;
import java.util.List;
import java.util.OptionalInt;

/** A call to us that is admitted and not yet answered. 100 Trying went out already. */
public interface IncomingCall extends SipCall {
    /**
     * Who it is.
     *
     * @return what {@code Admission} said in {@code Admit}
     */
    Object party();

    /**
     * Whom the caller dialled.
     *
     * @return the Request-URI
     */
    SipUri dialled();

    /**
     * The To header.
     *
     * @return as sent
     */
    SipParty to();

    /**
     * P-Asserted-Identity (RFC 3325), to be believed from a trunk only.
     *
     * @return in order; empty if the request has none
     */
    List<SipParty> asserted();

    /**
     * The caller's offer.
     *
     * @return SDP, empty if he wants ours: then {@link #answer} carries the offer and {@code CallListener.confirmed}
     *     his answer
     */
    String offer();

    /**
     * The INVITE's headers.
     *
     * @return all of them
     */
    Headers headers();

    /** Sends 180 Ringing. */
    void ringing();

    /**
     * Sends 183 Session Progress with early media.
     *
     * @param sdp the answer to the offer, the same that {@link #answer} will carry
     */
    void progress(String sdp);

    /**
     * Answers by 200, repeated until the ACK. Later than a CANCEL or a refusal: nothing.
     *
     * @param sdp the answer to the offer, or an offer if there was none
     */
    void answer(String sdp);

    /**
     * Refuses. Later than an answer or a CANCEL: nothing.
     *
     * @param status 300 to 699
     * @param reason the reason phrase; empty for the usual one
     * @param retryAfterSeconds Retry-After where RFC 3261, 20.33 allows it
     */
    void refuse(int status, String reason, OptionalInt retryAfterSeconds);
}
