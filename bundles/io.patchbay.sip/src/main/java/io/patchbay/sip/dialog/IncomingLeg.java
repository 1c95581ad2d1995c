// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.edge.Contacts;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.message.Headers;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.SipUri;
import io.patchbay.sip.transaction.Lane;
import io.patchbay.sip.transaction.ServerTransaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A call to us (RFC 3261, 13.3). */
final class IncomingLeg extends Leg implements IncomingCall {
    private static final long PROVISIONAL_MILLIS = 60_000;

    private final Object party;
    private final Request invite;
    private final ServerTransaction transaction;
    private final Dialog dialog;
    private volatile Optional<Established> established = Optional.empty();
    private Lane.Pending again = Lane.Pending.NONE;

    IncomingLeg(Object party, Request invite, ServerTransaction transaction, LegContext context) {
        super(invite.callId(), transaction.tag(), context);
        this.party = party;
        this.invite = invite;
        this.transaction = transaction;
        dialog = Dialog.called(invite, localTag());
    }

    @Override
    public Object party() {
        return party;
    }

    @Override
    public SipParty remote() {
        return invite.from().party();
    }

    @Override
    public Peer peer() {
        return invite.source();
    }

    @Override
    public Optional<KeptDialog> kept() {
        return established.flatMap(Established::kept);
    }

    @Override
    public SipUri dialled() {
        return invite.uri();
    }

    @Override
    public SipParty to() {
        return invite.to().party();
    }

    @Override
    public List<SipParty> asserted() {
        return Contacts.asserted(invite);
    }

    @Override
    public String offer() {
        return invite.text();
    }

    @Override
    public Headers headers() {
        return invite.headers();
    }

    @Override
    public void ringing() {
        lane().run(() -> provisional(180, ""));
    }

    @Override
    public void progress(String sdp) {
        lane().run(() -> provisional(183, sdp));
    }

    /** Said again every minute, so that no proxy on the way gives up (13.3.1.1). */
    private void provisional(int status, String sdp) {
        if (pending()) {
            transaction.respond(status, reply(status).bytes("application/sdp", sdp));
            again.cancel();
            again = lane().after(PROVISIONAL_MILLIS, () -> provisional(status, sdp));
        }
    }

    private boolean pending() {
        return established.isEmpty() && !over();
    }

    private MessageText reply(int status) {
        return transaction
                .reply(status, "")
                .lines("Record-Route", invite.recordRoutes())
                .line("Contact", context().us().contact(invite.source().transport(), ""))
                .line("Allow", ALLOW);
    }

    @Override
    public void answer(String sdp) {
        lane().run(() -> {
            if (pending()) {
                again.cancel();
                Established call = new Established(this, dialog);
                established = Optional.of(call);
                byte[] message = call.timed(invite, reply(200)).bytes("application/sdp", sdp);
                call.accept(transaction, message, invite.cseq());
            }
        });
    }

    @Override
    public void refuse(int status, String reason, OptionalInt retryAfterSeconds) {
        lane().run(() -> refuseNow(status, reason, retryAfterSeconds));
    }

    private void refuseNow(int status, String reason, OptionalInt retryAfterSeconds) {
        if (pending() && finish().isPresent()) {
            again.cancel();
            MessageText reply = transaction.reply(status, reason);
            retryAfterSeconds.ifPresent(seconds -> reply.line("Retry-After", Integer.toString(seconds)));
            transaction.respond(status, reply.bytes());
        }
    }

    @Override
    public void bye(String reason) {
        lane().run(() -> {
            if (established.isPresent() && !over()) {
                established.get().bye(reason);
            } else {
                refuseNow(480, "", OptionalInt.empty());
            }
        });
    }

    /** CANCEL came. After the answer it changes nothing (RFC 3261, 9.2). */
    void cancel() {
        if (pending()) {
            finish().ifPresent(last -> {
                again.cancel();
                transaction.respond(487, "");
                last.cancelled();
            });
        }
    }

    @Override
    void lost() {
        if (established.isPresent()) {
            established.get().lost();
        } else {
            cancel();
        }
    }

    @Override
    void asked(Request request, ServerTransaction asking) {
        if (established.isPresent()) {
            established.get().asked(request, asking);
        } else if (request.method().equals("BYE") && !over()) {
            asking.respond(200, "");
            cancel();
        } else if (request.method().equals("INVITE")) {
            MessageText reply = asking.reply(500, "").line("Retry-After", "5");
            asking.respond(500, reply.bytes());
        } else {
            asking.respond(over() ? 481 : 491, "");
        }
    }

    @Override
    void acknowledged(Request ack) {
        established.ifPresent(call -> call.acknowledged(ack));
    }
}
