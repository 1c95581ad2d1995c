// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.digest.ClientDigest;
import io.patchbay.sip.edge.Ids;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Phrases;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.edge.Response;
import io.patchbay.sip.edge.Uris;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.transaction.ClientRequest;
import io.patchbay.sip.transaction.ClientTransaction;
import io.patchbay.sip.transaction.Lane;
import io.patchbay.sip.transaction.ServerTransaction;
import java.util.List;
import java.util.Optional;

/** A call that we make (RFC 3261, 13.2). */
final class OutgoingLeg extends Leg implements OutgoingCall, ClientTransaction.User {
    private final CallRequest wish;
    private final Peer hop;
    private final Forks forks;
    private volatile Optional<Established> established = Optional.empty();
    private Optional<ClientTransaction> transaction = Optional.empty();
    private ClientRequest invite;
    private boolean rang;
    private boolean challenged;
    private int cancelStatus;
    private String cancelReason = "";
    private Lane.Pending ringing = Lane.Pending.NONE;

    OutgoingLeg(CallRequest wish, Peer hop, CallListener listener, LegContext context) {
        super(Ids.callId(), Ids.tag(), context);
        this.wish = wish;
        this.hop = hop;
        listener(listener);
        forks = new Forks(context, localTag());
        invite = invite(1);
    }

    private ClientRequest invite(long cseq) {
        SipParty from = wish.from();
        String host = from.host().matches("[A-Za-z0-9._-]+")
                ? from.host()
                : context().us().host();
        String fromText = MessageText.quoted(from.display()) + "<sip:" + Uris.escapedUser(from.user()) + "@" + host
                + ">;tag=" + localTag();
        String toText =
                MessageText.quoted(wish.to().display()) + "<" + wish.target().split("[;?]", 2)[0] + ">";
        return ClientRequest.of(context().us(), "INVITE", wish.target(), List.of(), fromText, toText, id(), cseq, hop);
    }

    @Override
    public SipParty remote() {
        return wish.to();
    }

    @Override
    public Peer peer() {
        return hop;
    }

    @Override
    public Optional<KeptDialog> kept() {
        return established.flatMap(Established::kept);
    }

    /** Sends the INVITE. */
    void start() {
        lane().run(() -> {
            ringing = lane().after(wish.ringing().toMillis(), () -> cancelNow(408, "SIP;cause=408;text=\"No answer\""));
            send("", "");
        });
    }

    private void send(String authorizationName, String authorization) {
        MessageText text = invite.text()
                .line(
                        "Contact",
                        context().us().contact(hop.transport(), wish.from().user()))
                .line("Allow", ALLOW)
                .lineIf(!authorization.isEmpty(), authorizationName, authorization);
        wish.headers().forEach(header -> text.line(header.name(), MessageText.wire(header.value())));
        byte[] message = text.bytes("application/sdp", wish.offer());
        transaction = Optional.of(context().clients().send(invite, message, this));
    }

    @Override
    public void answered(Response response) {
        if (response.status() < 200) {
            provisional(response);
        } else if (response.status() < 300) {
            accepted(response);
        } else if (!over() && !authorized(response)) {
            refuse(response.status(), response.reason());
        }
    }

    @Override
    public void failed(int status) {
        refuse(status, Phrases.of(status));
    }

    private void provisional(Response response) {
        boolean first = !rang;
        rang = true;
        if (cancelStatus != 0) {
            if (first) {
                sendCancel();
            }
        } else if (over() || established.isPresent()) {
            return;
        } else if (response.status() == 100) {
            listener().trying();
        } else {
            forks.rings(invite, response);
            listener().progress(response.status(), response.text());
        }
    }

    /**
     * The first 2xx wins; one of another fork, or one that crossed our CANCEL, is acknowledged and ended (13.2.2.4).
     */
    private void accepted(Response response) {
        if (forks.repeated(response)) {
            return;
        }
        Dialog dialog = forks.accept(invite, response);
        if (over() || established.isPresent() || cancelStatus != 0) {
            forks.end(dialog);
            refuse(cancelStatus, "Request Terminated");
            return;
        }
        ringing.cancel();
        Established call = new Established(this, dialog);
        established = Optional.of(call);
        call.keep();
        listener().answered(response.text());
    }

    private boolean authorized(Response response) {
        boolean proxy = response.status() == 407;
        if (wish.login().isEmpty() || challenged || cancelStatus != 0 || (response.status() != 401 && !proxy)) {
            return false;
        }
        Optional<String> answer = ClientDigest.answer(
                wish.login().get(),
                hop.host(),
                response.headers().all(proxy ? "Proxy-Authenticate" : "WWW-Authenticate"),
                "INVITE",
                wish.target());
        if (answer.isEmpty()) {
            return false;
        }
        challenged = true;
        invite = invite(invite.cseq() + 1);
        send(proxy ? "Proxy-Authorization" : "Authorization", answer.get());
        return true;
    }

    private void refuse(int status, String reason) {
        if (established.isEmpty()) {
            finish().ifPresent(last -> {
                ringing.cancel();
                last.refused(cancelStatus != 0 ? cancelStatus : status, reason);
            });
        }
    }

    @Override
    public void cancel(String reason) {
        lane().run(() -> cancelNow(487, reason));
    }

    private void cancelNow(int status, String reason) {
        if (over() || established.isPresent() || cancelStatus != 0) {
            return;
        }
        cancelStatus = status;
        cancelReason = reason;
        if (rang) {
            sendCancel();
        }
    }

    /** Only after a provisional answer, else it could overtake the INVITE (9.1). */
    private void sendCancel() {
        ClientRequest cancel = invite.cancel();
        MessageText text = cancel.text().lineIf(!cancelReason.isEmpty(), "Reason", MessageText.wire(cancelReason));
        context().clients().send(cancel, text.bytes(), Unheeded.ANSWER);
        lane().after(context().timers().giveUp(), () -> {
            if (!over()) {
                transaction.ifPresent(ClientTransaction::abandon);
                refuse(cancelStatus, "Request Terminated");
            }
        });
    }

    @Override
    public void bye(String reason) {
        lane().run(() -> {
            if (established.isPresent() && !over()) {
                established.get().bye(reason);
            } else {
                cancelNow(487, reason);
            }
        });
    }

    @Override
    public void talk() {
        lane().run(() -> {
            if (established.isEmpty() && !over() && cancelStatus == 0) {
                forks.talk();
            }
        });
    }

    @Override
    void lost() {
        if (established.isPresent()) {
            established.get().lost();
        } else {
            transaction.ifPresent(ClientTransaction::abandon);
            refuse(503, Phrases.of(503));
        }
    }

    @Override
    void asked(Request request, ServerTransaction asking) {
        boolean early = established.isEmpty() && forks.knows(request.from().tag());
        if (established.isPresent() && forks.isChosen(request.from().tag())) {
            established.get().asked(request, asking);
        } else if (early && request.method().equals("UPDATE")) {
            asking.respond(491, "");
        } else if (early && !request.method().equals("BYE")) {
            asking.respond(200, "");
        } else {
            asking.respond(481, "");
        }
    }

    @Override
    void acknowledged(Request ack) {
        established.ifPresent(call -> call.acknowledged(ack));
    }
}
