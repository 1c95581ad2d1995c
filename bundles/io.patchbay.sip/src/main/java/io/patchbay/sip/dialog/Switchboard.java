// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.CallTaker;
import io.patchbay.sip.call.DialogStore;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.edge.Uris;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.transaction.ClientTransactions;
import io.patchbay.sip.transaction.Lanes;
import io.patchbay.sip.transaction.ServerTransaction;
import io.patchbay.sip.transaction.Timers;
import io.patchbay.sip.wire.Outlet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** All calls of a node: brings what arrives to its leg, on the lane of its Call-ID. Any thread. */
public final class Switchboard {
    private final LegContext context;
    private final CallTaker taker;

    /** No calls yet. */
    public Switchboard(
            OurAddress us,
            Outlet outlet,
            Lanes lanes,
            ClientTransactions clients,
            Timers timers,
            CallTaker taker,
            DialogStore store) {
        context = new LegContext(us, outlet, lanes, clients, timers, new Legs(), store);
        this.taker = taker;
    }

    /** Whether a request within a dialog is for a call of ours. */
    public boolean knows(Request request) {
        return context.legs().of(request).isPresent();
    }

    /** An admitted INVITE outside a dialog. */
    public void incoming(Object party, Request invite, ServerTransaction transaction) {
        transaction.lane().run(() -> {
            if (SessionTimer.tooBrief(invite.headers())) {
                transaction.respond(
                        422, Leg.tooBrief(transaction.reply(422, "")).bytes());
                return;
            }
            transaction.respond(100, "");
            IncomingLeg leg = new IncomingLeg(party, invite, transaction, context);
            context.legs().add(leg);
            transaction.onCancel(leg::cancel);
            take(leg);
        });
    }

    /** A fault of the taker's costs the call, which must not stay without an answer. */
    private void take(IncomingLeg leg) {
        boolean taken = false;
        try {
            leg.listener(taker.incoming(leg));
            taken = true;
        } finally {
            if (!taken) {
                leg.refuse(500, "", OptionalInt.empty());
            }
        }
    }

    /** A request within a dialog, other than ACK. */
    public void asked(Request request, ServerTransaction transaction) {
        transaction.lane().run(() -> {
            Optional<Leg> leg = context.legs().of(request);
            if (leg.isPresent()) {
                leg.get().asked(request, transaction);
            } else {
                transaction.respond(481, "");
            }
        });
    }

    /** An ACK for a 2xx. */
    public void acknowledged(Request ack) {
        context.lanes().of(ack.callId()).run(() -> context.legs().of(ack).ifPresent(leg -> leg.acknowledged(ack)));
    }

    /** Makes a call. */
    public OutgoingCall call(CallRequest wish, CallListener listener) {
        Peer hop = Uris.parts(wish.target())
                .flatMap(uri -> wish.hop().or(() -> Uris.peer(wish.target())))
                .orElseThrow(() -> new IllegalArgumentException("no SIP URI: " + wish.target()));
        OutgoingLeg leg = new OutgoingLeg(wish, hop, listener, context);
        context.legs().add(leg);
        leg.start();
        return leg;
    }

    /** Goes on with a call of another node's. */
    public SipCall resume(KeptDialog kept, CallListener listener) {
        ResumedLeg leg = new ResumedLeg(kept, listener, context);
        context.legs().add(leg);
        leg.start();
        return leg;
    }

    /** A connection is gone for good, and with it the calls that went by it. */
    public void lost(Peer flow) {
        context.legs().by(flow).forEach(leg -> leg.lane().run(leg::lost));
    }

    /** Where the far ends of calls are. */
    public Set<Peer> flows() {
        return context.legs().flows();
    }

    /** Calls in use. */
    public int size() {
        return context.legs().size();
    }
}
