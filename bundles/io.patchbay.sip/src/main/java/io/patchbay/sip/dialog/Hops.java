// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.edge.Uris;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.wire.Names;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where requests within a dialog go (RFC 3261, 12.2.1.1), through NAT where there is one. */
final class Hops {
    private static final Pattern PRIVATE =
            Pattern.compile("(10|127|169\\.254|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\..*|f[cd].*|fe80.*|::1");

    private Hops() {}

    /**
     * The next hop: the first route or the remote target if it is an address that can be reached from where the peer
     * was seen; otherwise the flow itself. A name is never looked up here: whoever sent it was reached without it.
     */
    static Peer next(List<String> routes, String target, Peer flow) {
        if (flow.transport().socket()) {
            return flow;
        }
        Optional<Peer> said = Uris.peer(routes.isEmpty() ? target : Uris.within(routes.get(0)));
        if (said.isEmpty() || !Names.isDigits(said.get().host())) {
            return flow;
        }
        Peer peer = said.get();
        boolean behindNat = isPrivate(peer.host()) && !isPrivate(flow.host());
        boolean sameStream = peer.host().equals(flow.host()) && flow.transport().reliable();
        return behindNat || sameStream ? flow : peer;
    }

    private static boolean isPrivate(String host) {
        return PRIVATE.matcher(host).matches();
    }
}
