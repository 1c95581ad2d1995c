// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.digest.DigestAnswer;
import io.patchbay.sip.message.Headers;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.SipUri;
import java.util.Objects;
import java.util.Optional;

/**
 * A new request, parsed and legal, from whom is not yet known. All but {@code source} is the sender's claim.
 *
 * @param method {@code INVITE}, {@code REGISTER} or {@code OPTIONS}
 * @param source whence it came, seen on the socket
 * @param requestUri whom it wants
 * @param from its From
 * @param to its To
 * @param contact its first Contact; empty if it has none, or {@code *}
 * @param authorization its Authorization, or Proxy-Authorization; empty if it has none or another scheme than Digest
 * @param headers all headers
 * @param bodyBytes length of the body
 */
public record Arrived(
        String method,
        Peer source,
        SipUri requestUri,
        SipParty from,
        SipParty to,
        Optional<SipUri> contact,
        Optional<DigestAnswer> authorization,
        Headers headers,
        int bodyBytes) {
    /** Refuses nulls. */
    public Arrived {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(requestUri, "requestUri");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(headers, "headers");
    }
}
