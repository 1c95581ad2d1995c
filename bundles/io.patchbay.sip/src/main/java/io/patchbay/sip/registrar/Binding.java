// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import io.patchbay.sip.message.Peer;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a user's phone can be reached.
 *
 * @param user the address of record's user part, the extension
 * @param contact the URI as registered, with its parameters: Request-URI of calls to it
 * @param flow whence the REGISTER came: where such calls are sent, through NAT and over the phone's own TCP connection
 * @param expires when it ends
 * @param callId of the REGISTER
 * @param cseq of the REGISTER
 * @param userAgent the phone's own name; may be empty
 */
public record Binding(
        String user, String contact, Peer flow, Instant expires, String callId, long cseq, String userAgent) {
    /** Refuses nulls. */
    public Binding {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(userAgent, "userAgent");
    }
}
