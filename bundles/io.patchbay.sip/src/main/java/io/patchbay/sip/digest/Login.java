// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.util.Objects;
import java.util.Optional;

/**
 * Our own name and password at a trunk. It answers a 401 or 407 only if that came for a request to {@code host}, and
 * only for {@code realm} where one is given.
 *
 * @param user our name there
 * @param password in clear; {@link #toString()} hides it
 * @param host the host the request was sent to, as in {@code Peer.host}
 * @param realm the only realm to answer; empty for whatever that host names
 */
public record Login(String user, String password, String host, Optional<String> realm) {
    /** Refuses nulls. */
    public Login {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(realm, "realm");
    }

    @Override
    public String toString() {
        return "Login[" + user + "@" + host + "]";
    }
}
