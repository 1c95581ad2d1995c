// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A call to be made.
 *
 * @param target Request-URI as text, with all its parameters ({@code Binding.contact()} of a phone)
 * @param from our From; an empty or impossible host becomes our advertised one, the user is escaped
 * @param to our To
 * @param offer SDP
 * @param hop where the INVITE goes ({@code Binding.flow()} of a phone, or the trunk); empty: as the target says
 * @param headers further header lines, such as {@code Alert-Info: <…>;answer-after=0}
 * @param login answers 401 and 407
 * @param ringing how long it may ring before we cancel it; at least a second
 */
public record CallRequest(
        String target,
        SipParty from,
        SipParty to,
        String offer,
        Optional<Peer> hop,
        List<HeaderLine> headers,
        Optional<Login> login,
        Duration ringing) {

    /**
     * One header.
     *
     * @param name before the colon
     * @param value behind it, without line ends
     */
    public record HeaderLine(String name, String value) {
        /** Refuses what would split the message. */
        public HeaderLine {
            if (!name.matches("[A-Za-z0-9-]+") || value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw new IllegalArgumentException("not a header: " + name);
            }
        }
    }

    /** Checks the ringing time and copies the headers. */
    public CallRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(hop, "hop");
        headers = List.copyOf(headers);
        Objects.requireNonNull(login, "login");
        if (ringing.toSeconds() < 1) {
            throw new IllegalArgumentException("ringing must be at least 1 s but is " + ringing);
        }
    }

    /**
     * A call that rings at most three minutes.
     *
     * @param target Request-URI
     * @param from our From
     * @param to our To
     * @param offer SDP
     * @return the request
     */
    public static CallRequest of(String target, SipParty from, SipParty to, String offer) {
        return new CallRequest(
                target, from, to, offer, Optional.empty(), List.of(), Optional.empty(), Duration.ofMinutes(3));
    }

    /**
     * The same by way of a hop.
     *
     * @param peer where the INVITE goes
     * @return the changed request
     */
    public CallRequest by(Peer peer) {
        return new CallRequest(target, from, to, offer, Optional.of(peer), headers, login, ringing);
    }

    /**
     * The same with one more header.
     *
     * @param name before the colon
     * @param value behind it
     * @return the changed request
     */
    public CallRequest with(String name, String value) {
        List<HeaderLine> more = new ArrayList<>(headers);
        more.add(new HeaderLine(name, value));
        return new CallRequest(target, from, to, offer, hop, more, login, ringing);
    }

    /**
     * The same with a login for 401 and 407.
     *
     * @param ours name and password
     * @return the changed request
     */
    public CallRequest as(Login ours) {
        return new CallRequest(target, from, to, offer, hop, headers, Optional.of(ours), ringing);
    }

    /**
     * The same with another limit.
     *
     * @param limit how long it may ring
     * @return the changed request
     */
    public CallRequest ringingFor(Duration limit) {
        return new CallRequest(target, from, to, offer, hop, headers, login, limit);
    }
}
