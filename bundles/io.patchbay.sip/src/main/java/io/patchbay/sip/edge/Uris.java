// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipUri;
import io.patchbay.sip.message.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** URIs as text. */
public final class Uris {
    private Uris() {}

    /** The parts of a URI; empty if it is none. */
    public static Optional<SipUri> parts(String text) {
        try {
            return text.matches("[!-~]+") ? Optional.of(HeaderReader.uri(text)) : Optional.empty();
        } catch (IllegalMessage e) {
            return Optional.empty();
        }
    }

    /** The URI within a name-addr, or the text itself. */
    public static String within(String value) {
        return HeaderReader.uriText(value);
    }

    /** Where a request to this URI goes (RFC 3263 without its look-ups); empty if it is no SIP URI. */
    public static Optional<Peer> peer(String text) {
        return parts(text).filter(uri -> !uri.host().isEmpty()).map(uri -> {
            Transport transport = transport(text, uri.scheme());
            return new Peer(uri.host(), uri.port().orElse(transport == Transport.TLS ? 5061 : 5060), transport);
        });
    }

    /** A user part that may come from a stranger, as it may stand in a URI (RFC 3261, 25.1). */
    public static String escapedUser(String user) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : user.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-_.!~*'()&=+$,".indexOf(c) >= 0;
            escaped.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return escaped.toString();
    }

    private static Transport transport(String text, String scheme) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(";transport=");
        String word = at < 0 ? "" : lower.substring(at + 11).split("[;?>]", 2)[0];
        return Transport.of(word).orElse(scheme.equals("sips") ? Transport.TLS : Transport.UDP);
    }
}
