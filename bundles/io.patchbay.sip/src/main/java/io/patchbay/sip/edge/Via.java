// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The topmost Via.
 *
 * @param host sent-by
 * @param port sent-by; -1 if not written
 * @param branch empty if it has none
 * @param text as written
 */
public record Via(String host, int port, String branch, String text) {
    private static final Pattern RECEIVED = Pattern.compile(";\\s*received\\s*=[^;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RPORT = Pattern.compile(";\\s*rport\\s*(=[^;]*)?(?=;|$)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LENIENT = Pattern.compile(
            "(?i)SIP\\s*/\\s*2\\.0\\s*/\\s*([a-z]+)\\s+([a-z0-9.-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?(?![a-z0-9.:-]).*");
    private static final Pattern BRANCH = Pattern.compile("(?i);\\s*branch\\s*=\\s*([a-z0-9.!%*_+`'~-]+)");

    /** What is left of a Via that may be broken behind its sent-by; empty if that is broken too. */
    static Optional<Via> lenient(String text) {
        Matcher via = LENIENT.matcher(text);
        if (!via.matches()) {
            return Optional.empty();
        }
        long port = via.group(3) == null ? -1 : Grammar.number(via.group(3), 65_535);
        Matcher found = BRANCH.matcher(text);
        String branch = found.find() ? found.group(1) : "";
        String clean = "SIP/2.0/" + via.group(1) + " " + via.group(2) + (port < 1 ? "" : ":" + port)
                + (branch.isEmpty() ? "" : ";branch=" + branch)
                + (RPORT.matcher(text).find() ? ";rport" : "");
        return Optional.of(new Via(via.group(2), port < 1 ? -1 : (int) port, branch, clean));
    }

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
        int usual = source.transport() == Transport.TLS ? 5061 : 5060;
        return symmetric ? source : new Peer(source.host(), port < 1 ? usual : port, source.transport());
    }
}
