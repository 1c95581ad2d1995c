// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Peer;
import java.util.regex.Pattern;

/**
 * The topmost Via.
 *
 * @param host sent-by
 * @param port sent-by, 5060 or 5061 if not written
 * @param branch empty if it has none
 * @param text as written
 */
public record Via(String host, int port, String branch, String text) {
    private static final Pattern RECEIVED = Pattern.compile(";\\s*received\\s*=[^;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RPORT = Pattern.compile(";\\s*rport\\s*(=[^;]*)?(?=;|$)", Pattern.CASE_INSENSITIVE);

    /** The branch by which RFC 3261 matches transactions (17.2.3), and not a mere cookie. */
    boolean unique() {
        return branch.length() > 7 && branch.regionMatches(true, 0, "z9hG4bK", 0, 7);
    }

    /** The value for our answer: with {@code received}, and {@code rport} if it was asked for (RFC 3581, 4). */
    String answered(Peer source) {
        String plain = RECEIVED.matcher(text).replaceAll("");
        String rport = RPORT.matcher(plain).replaceFirst("");
        String added = rport.equals(plain) ? "" : ";rport=" + source.port();
        return rport + added + ";received=" + source.host();
    }

    /** Where an answer goes: never elsewhere than to the host the request came from. */
    Peer returnPath(Peer source) {
        boolean symmetric = source.transport().reliable() || RPORT.matcher(text).find();
        return symmetric ? source : new Peer(source.host(), port, source.transport());
    }
}
