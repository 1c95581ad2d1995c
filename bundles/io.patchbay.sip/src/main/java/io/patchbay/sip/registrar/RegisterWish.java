// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import io.patchbay.sip.message.Peer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A REGISTER of a signed-in user.
 *
 * @param user whose phones
 * @param callId Call-ID
 * @param cseq its number
 * @param contacts what it wants; empty only asks
 * @param removeAll true for {@code Contact: *}
 * @param flow whence it came
 * @param userAgent the phone's own name; may be empty
 */
public record RegisterWish(
        String user, String callId, long cseq, List<Wanted> contacts, boolean removeAll, Peer flow, String userAgent) {
    /**
     * One contact.
     *
     * @param uri with its parameters
     * @param expiresSeconds 0 removes it; empty if the phone leaves it to us
     */
    public record Wanted(String uri, OptionalInt expiresSeconds) {
        /** Refuses nulls. */
        public Wanted {
            Objects.requireNonNull(uri, "uri");
            Objects.requireNonNull(expiresSeconds, "expiresSeconds");
        }
    }

    /** Copies the list. */
    public RegisterWish {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(callId, "callId");
        contacts = List.copyOf(contacts);
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(userAgent, "userAgent");
    }
}
