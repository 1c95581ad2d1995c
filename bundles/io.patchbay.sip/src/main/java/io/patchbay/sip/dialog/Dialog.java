// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.edge.Response;
import io.patchbay.sip.edge.Uris;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.transaction.ClientRequest;
import io.patchbay.sip.wire.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** State of a dialog (RFC 3261, 12). Belongs to the lane of its call. */
final class Dialog {
    private final String callId;
    private final String localTag;
    private final String local;
    private final String remote;
    private final String remoteTag;
    private final List<String> routes;
    private final Peer flow;
    private String target;
    private long localSeq;
    private long remoteSeq;

    private Dialog(
            String callId,
            String localTag,
            String local,
            String remote,
            String remoteTag,
            List<String> routes,
            Peer flow,
            String target,
            long localSeq,
            long remoteSeq) {
        this.callId = callId;
        this.localTag = localTag;
        this.local = local;
        this.remote = remote;
        this.remoteTag = remoteTag;
        this.routes = routes;
        this.flow = flow;
        this.target = target;
        this.localSeq = localSeq;
        this.remoteSeq = remoteSeq;
    }

    /** As the one who is called (12.1.1). */
    static Dialog called(Request invite, String localTag) {
        return new Dialog(
                invite.callId(),
                localTag,
                invite.to().text() + ";tag=" + localTag,
                invite.from().text(),
                invite.from().tag(),
                invite.recordRoutes(),
                invite.source(),
                invite.contact().orElse(invite.from()).uriText(),
                0,
                invite.cseq());
    }

    /** As the caller (12.1.2). */
    static Dialog calling(ClientRequest invite, String localTag, Response answer) {
        List<String> routes = new ArrayList<>(answer.headers().all("Record-Route"));
        Collections.reverse(routes);
        return new Dialog(
                invite.callId(),
                localTag,
                invite.from(),
                answer.to().text(),
                answer.to().tag(),
                List.copyOf(routes),
                invite.hop(),
                answer.contact().map(contact -> contact.uriText()).orElse(invite.uri()),
                invite.cseq(),
                -1);
    }

    /**
     * As another node left it. A stream of before is gone: the far end is called where it wants to be called, if that
     * is known.
     */
    static Dialog resumed(KeptDialog kept) {
        Peer flow = kept.flow();
        if (flow.transport().reliable()) {
            flow = Uris.peer(
                            kept.routes().isEmpty()
                                    ? kept.target()
                                    : Uris.within(kept.routes().get(0)))
                    .filter(peer -> Names.isDigits(peer.host()))
                    .orElse(flow);
        }
        return new Dialog(
                kept.callId(),
                kept.localTag(),
                kept.local(),
                kept.remote(),
                kept.remoteTag(),
                kept.routes(),
                flow,
                kept.target(),
                kept.localSeq(),
                kept.remoteSeq());
    }

    /** It as it is now. */
    KeptDialog kept(SipParty far, KeptDialog.Timer timer) {
        return new KeptDialog(
                callId, localTag, remoteTag, local, remote, routes, flow, target, localSeq, remoteSeq, far, timer);
    }

    String remoteTag() {
        return remoteTag;
    }

    Peer hop() {
        return Hops.next(routes, target, flow);
    }

    /** The next request within the dialog (12.2.1.1). */
    ClientRequest next(String method, OurAddress us) {
        localSeq++;
        return request(method, localSeq, us);
    }

    /** The ACK for a 2xx: its sequence number is that of the INVITE (13.2.2.4). */
    ClientRequest ack(long cseq, OurAddress us) {
        return request("ACK", cseq, us);
    }

    private ClientRequest request(String method, long cseq, OurAddress us) {
        return ClientRequest.of(us, method, target, routes, local, remote, callId, cseq, hop());
    }

    /** Whether a request is in order (12.2.2). If so, it is the latest from now on. */
    boolean takes(long cseq) {
        if (cseq <= remoteSeq) {
            return false;
        }
        remoteSeq = cseq;
        return true;
    }

    /** A target refresh (12.2.2, 12.2.1.2). */
    void moved(String contact) {
        target = contact;
    }
}
