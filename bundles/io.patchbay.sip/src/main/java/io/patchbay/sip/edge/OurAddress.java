// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Transport;

/** What we say of ourselves in Via, Contact and From. */
public record OurAddress(String advertise, int port, int tlsPort) {
    /** Host part of a URI: IPv6 in brackets. */
    public String host() {
        return advertise.indexOf(':') >= 0 ? "[" + advertise + "]" : advertise;
    }

    private int port(Transport transport) {
        return transport == Transport.TLS ? tlsPort : port;
    }

    /** Via with rport (RFC 3581). */
    public String via(Transport transport, String branch) {
        return "SIP/2.0/" + transport.name() + " " + host() + ":" + port(transport) + ";branch=" + branch + ";rport";
    }

    /** Contact, with the transport that the other side uses. */
    public String contact(Transport transport, String user) {
        String suffix = transport == Transport.UDP ? "" : ";transport=" + transport.uriWord();
        return "<sip:" + (user.isEmpty() ? "" : Uris.escapedUser(user) + "@") + host() + ":" + port(transport) + suffix
                + ">";
    }
}
