// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import java.util.Optional;

/**
 * One call leg. Its methods may be called on any thread and return at once; what they cause is told to the
 * {@link CallListener}.
 */
public interface SipCall {
    /**
     * The Call-ID.
     *
     * @return unique among the calls that run here
     */
    String id();

    /**
     * The other side as its From (incoming) or our To (outgoing) names it.
     *
     * @return a claim, not a proof
     */
    SipParty remote();

    /**
     * Where the other side's signalling is.
     *
     * @return source of the INVITE, or where ours went
     */
    Peer peer();

    /**
     * What another node needs to go on with it.
     *
     * @return as of the last request of either side; empty unless it is answered and runs
     */
    Optional<KeptDialog> kept();

    /**
     * Ends an answered call by BYE. Before the answer an incoming call is refused with 480 and an outgoing one
     * cancelled. An ended call: nothing.
     *
     * @param reason value of a Reason header (RFC 3326), {@code SIP;cause=200;text="…"}; empty for none
     */
    void bye(String reason);
}
