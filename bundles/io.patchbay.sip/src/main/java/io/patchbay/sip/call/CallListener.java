// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

import java.util.Optional;

/**
 * What happens to one call. Called in order, never twice at once for one call, on the call's worker thread: an
 * implementation hands longer work on. Exactly one of {@link #refused}, {@link #cancelled} and {@link #ended} is the
 * last to be called.
 */
public interface CallListener {
    /** Outgoing: 100 came; the far end has the INVITE and works on it. */
    default void trying() {}

    /**
     * Outgoing: a provisional answer but 100.
     *
     * @param status 180, 181, 182, 183, …
     * @param sdp early media; empty if none
     */
    default void progress(int status, String sdp) {}

    /**
     * Outgoing: answered; the ACK is on its way.
     *
     * @param sdp the answer; empty if the other side sent none
     */
    default void answered(String sdp) {}

    /**
     * Outgoing: not answered. The last call.
     *
     * @param status what came, or 408 for no answer in time, 503 for a transport that failed, 487 after cancel
     * @param reason the reason phrase
     */
    default void refused(int status, String reason) {}

    /** Incoming: the caller gave up before the answer. The last call. */
    default void cancelled() {}

    /**
     * Incoming: the ACK for our 200 came.
     *
     * @param sdp the answer to our offer; empty where the INVITE carried the offer
     */
    default void confirmed(String sdp) {}

    /**
     * An answered call is over. The last call.
     *
     * @param cause {@code bye}, {@code bye <Reason header>}, {@code local}, or what failed: {@code no-ack},
     *     {@code transport}, {@code gone} (481 or 408 within the dialog)
     */
    default void ended(String cause) {}

    /**
     * The other side wants other media: re-INVITE or UPDATE. Called only while no other exchange runs.
     *
     * @param sdp its offer; empty if it asks for ours
     * @return our answer (or offer); empty to keep things as they are, by 488
     */
    default Optional<String> offered(String sdp) {
        return Optional.empty();
    }

    /**
     * REFER within the call (RFC 3515): the other side wants ours to be connected elsewhere. If that is taken up, it is
     * answered by 202 and a NOTIFY that it is tried, and the other side stays until it is let go.
     *
     * @param user the user part of Refer-To
     * @return whether it is taken up; if not, the answer is 603
     */
    default boolean referred(String user) {
        return false;
    }

    /**
     * INFO within the call, already answered by 200.
     *
     * @param contentType as sent; empty if none
     * @param body as sent
     */
    default void info(String contentType, String body) {}
}
