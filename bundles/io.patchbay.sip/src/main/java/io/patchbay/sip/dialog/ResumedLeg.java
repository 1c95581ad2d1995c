// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.transaction.ServerTransaction;
import java.util.Optional;

/** A call that another node answered or made; this one goes on with it. */
final class ResumedLeg extends Leg {
    private final KeptDialog from;
    private final Established established;

    ResumedLeg(KeptDialog from, CallListener listener, LegContext context) {
        super(from.callId(), from.localTag(), context);
        this.from = from;
        listener(listener);
        established = Established.resumed(this, from);
    }

    /** Its session timer runs anew. */
    void start() {
        lane().run(() -> established.resume(from.timer()));
    }

    @Override
    public SipParty remote() {
        return from.far();
    }

    @Override
    public Peer peer() {
        return from.flow();
    }

    @Override
    public void bye(String reason) {
        lane().run(() -> {
            if (!over()) {
                established.bye(reason);
            }
        });
    }

    @Override
    public Optional<KeptDialog> kept() {
        return established.kept();
    }

    @Override
    void asked(Request request, ServerTransaction transaction) {
        if (request.from().tag().equals(from.remoteTag())) {
            established.asked(request, transaction);
        } else {
            transaction.respond(481, "");
        }
    }

    @Override
    void lost() {
        established.lost();
    }

    @Override
    void acknowledged(Request ack) {
        established.acknowledged(ack);
    }
}
