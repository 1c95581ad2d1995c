// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.edge.Uris;
import io.patchbay.sip.message.SipUri;
import io.patchbay.sip.transaction.ClientRequest;
import io.patchbay.sip.transaction.ClientTransaction;
import io.patchbay.sip.transaction.ServerTransaction;
import java.util.Optional;

/** The part of a call after its answer. Belongs to the lane of its leg. */
final class Established {
    private final Leg leg;
    private final Dialog dialog;
    private Optional<AwaitedAck> awaitedAck = Optional.empty();
    private final SessionTimer timer;
    private Optional<String> byeAfterAck = Optional.empty();
    private volatile Optional<KeptDialog> kept = Optional.empty();

    Established(Leg leg, Dialog dialog) {
        this.leg = leg;
        this.dialog = dialog;
        timer = new SessionTimer(leg, new Timed());
    }

    /** What another node needs to go on with it; any thread. */
    Optional<KeptDialog> kept() {
        return kept;
    }

    /** It is answered, or moved on. */
    void keep() {
        if (!leg.over()) {
            KeptDialog now = dialog.kept(leg.remote(), timer.agreed());
            kept = Optional.of(now);
            leg.context().store().kept(now);
        }
    }

    /** One that goes on where another node left it. */
    static Established resumed(Leg leg, KeptDialog from) {
        Established call = new Established(leg, Dialog.resumed(from));
        call.kept = Optional.of(from);
        return call;
    }

    /** The session timer that was agreed runs anew. */
    void resume(KeptDialog.Timer agreed) {
        timer.resume(agreed);
        keep();
    }

    /** What becomes of the far end's session timer. */
    private final class Timed implements SessionTimer.Outcome {
        @Override
        public void refresh(String sessionExpires, ClientTransaction.User user) {
            if (!leg.over()) {
                ClientRequest update = dialog.next("UPDATE", leg.context().us());
                byte[] message = update.text()
                        .line("Contact", leg.context().us().contact(dialog.hop().transport(), ""))
                        .line("Supported", "timer")
                        .line("Session-Expires", sessionExpires)
                        .bytes();
                leg.context().clients().send(update, message, user);
                keep();
            }
        }

        @Override
        public void expired() {
            if (!leg.over()) {
                sendBye("SIP;cause=408;text=\"Session expired\"");
                end("gone");
            }
        }
    }

    /** Adds the session timer to our 2xx, if the far end asks for one. */
    MessageText timed(Request request, MessageText reply) {
        return timer.agree(request, reply);
    }

    /** Sends a 2xx to an INVITE and repeats it until the ACK. Whoever has it may rely on the call's being kept. */
    void accept(ServerTransaction invite, byte[] answer, long cseq) {
        keep();
        invite.respond(200, answer);
        awaitedAck = Optional.of(
                new AwaitedAck(answer, invite.returnPath(), cseq, leg.context(), leg.lane(), this::ackLost));
    }

    private void ackLost() {
        sendBye("SIP;cause=408;text=\"ACK timeout\"");
        end("no-ack");
    }

    void acknowledged(Request ack) {
        if (awaitedAck.filter(awaited -> awaited.came(ack.cseq())).isEmpty()) {
            return;
        }
        if (byeAfterAck.isPresent()) {
            sendBye(byeAfterAck.get());
            end("local");
        } else {
            leg.listener().confirmed(ack.text());
        }
    }

    private boolean ackAwaited() {
        return awaitedAck.filter(AwaitedAck::awaited).isPresent();
    }

    /** Ends the call; the callee waits for the ACK first (RFC 3261, 15). */
    void bye(String reason) {
        if (ackAwaited()) {
            byeAfterAck = Optional.of(reason);
        } else {
            sendBye(reason);
            end("local");
        }
    }

    /** There is no way to the far end any more. */
    void lost() {
        if (!leg.over()) {
            end("transport");
        }
    }

    private void sendBye(String reason) {
        ClientRequest bye = dialog.next("BYE", leg.context().us());
        byte[] message = bye.text()
                .lineIf(!reason.isEmpty(), "Reason", MessageText.wire(reason))
                .bytes();
        leg.context().clients().send(bye, message, Unheeded.ANSWER);
    }

    private void end(String cause) {
        awaitedAck.ifPresent(AwaitedAck::cancel);
        timer.stop();
        kept.ifPresent(last -> leg.context().store().over(last.id()));
        kept = Optional.empty();
        leg.finish().ifPresent(last -> last.ended(cause));
    }

    /** A request within the dialog. */
    void asked(Request request, ServerTransaction transaction) {
        answer(request, transaction);
        keep();
    }

    private void answer(Request request, ServerTransaction transaction) {
        if (leg.over()) {
            transaction.respond(481, "");
            return;
        }
        if (!dialog.takes(request.cseq())) {
            transaction.respond(500, "CSeq out of order");
            return;
        }
        switch (request.method()) {
            case "BYE" -> {
                transaction.respond(200, "");
                end(request.headers()
                        .first("Reason")
                        .map(reason -> "bye " + reason)
                        .orElse("bye"));
            }
            case "INVITE", "UPDATE" -> offered(request, transaction);
            case "INFO" -> {
                transaction.respond(200, "");
                leg.listener().info(request.headers().first("Content-Type").orElse(""), request.text());
            }
            case "REFER" -> referred(request, transaction);
            case "OPTIONS" -> transaction.respond(
                    200, Leg.capabilities(transaction.reply(200, "")).bytes());
            default -> transaction.respond(
                    405, transaction.reply(405, "").line("Allow", Leg.ALLOW).bytes());
        }
    }

    /** The subscription it makes is told of once, and ended by it (RFC 3515, 2.4.4). */
    private void referred(Request request, ServerTransaction transaction) {
        Optional<String> user = request.headers()
                .first("Refer-To")
                .map(Uris::within)
                .flatMap(Uris::parts)
                .map(SipUri::user)
                .filter(name -> !name.isEmpty());
        if (user.isEmpty()) {
            transaction.respond(400, "Refer-To is missing or no SIP URI");
            return;
        }
        if (!leg.listener().referred(user.get())) {
            transaction.respond(603, "");
            return;
        }
        transaction.respond(
                202,
                transaction
                        .reply(202, "Accepted")
                        .line("Contact", leg.context().us().contact(dialog.hop().transport(), ""))
                        .bytes());
        ClientRequest notify = dialog.next("NOTIFY", leg.context().us());
        leg.context()
                .clients()
                .send(
                        notify,
                        notify.text()
                                .line("Event", "refer")
                                .line("Subscription-State", "terminated;reason=noresource")
                                .line(
                                        "Contact",
                                        leg.context().us().contact(dialog.hop().transport(), ""))
                                .bytes("message/sipfrag;version=2.0", "SIP/2.0 100 Trying\r\n"),
                        Unheeded.ANSWER);
    }

    private void offered(Request request, ServerTransaction transaction) {
        boolean invite = request.method().equals("INVITE");
        if (ackAwaited()) {
            transaction.respond(491, "");
            return;
        }
        if (SessionTimer.tooBrief(request.headers())) {
            transaction.respond(422, Leg.tooBrief(transaction.reply(422, "")).bytes());
            return;
        }
        request.contact().ifPresent(contact -> dialog.moved(contact.uriText()));
        boolean silent = !invite && request.body().isEmpty();
        Optional<String> answer = silent ? Optional.of("") : leg.listener().offered(request.text());
        if (answer.isEmpty()) {
            transaction.respond(488, "");
            return;
        }
        MessageText reply = transaction
                .reply(200, "")
                .line("Contact", leg.context().us().contact(dialog.hop().transport(), ""))
                .line("Allow", Leg.ALLOW);
        byte[] message = timed(request, reply).bytes("application/sdp", answer.get());
        if (invite) {
            accept(transaction, message, request.cseq());
        } else {
            transaction.respond(200, message);
        }
    }
}
