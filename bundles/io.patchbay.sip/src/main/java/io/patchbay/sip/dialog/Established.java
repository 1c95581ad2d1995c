// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.transaction.ClientRequest;
import io.patchbay.sip.transaction.ServerTransaction;
import java.util.Optional;

/** The part of a call after its answer. Belongs to the lane of its leg. */
final class Established {
    private final Leg leg;
    private final Dialog dialog;
    private Optional<AwaitedAck> awaitedAck = Optional.empty();
    private Optional<String> byeAfterAck = Optional.empty();

    Established(Leg leg, Dialog dialog) {
        this.leg = leg;
        this.dialog = dialog;
    }

    /** Sends a 2xx to an INVITE and repeats it until the ACK. */
    void accept(ServerTransaction invite, byte[] answer, long cseq) {
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

    private void sendBye(String reason) {
        ClientRequest bye = dialog.next("BYE", leg.context().us());
        byte[] message = bye.text()
                .lineIf(!reason.isEmpty(), "Reason", MessageText.wire(reason))
                .bytes();
        leg.context().clients().send(bye, message, Unheeded.ANSWER);
    }

    private void end(String cause) {
        awaitedAck.ifPresent(AwaitedAck::cancel);
        leg.finish().ifPresent(last -> last.ended(cause));
    }

    /** A request within the dialog. */
    void asked(Request request, ServerTransaction transaction) {
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
            case "OPTIONS" -> transaction.respond(
                    200, Leg.capabilities(transaction.reply(200, "")).bytes());
            default -> transaction.respond(
                    405, transaction.reply(405, "").line("Allow", Leg.ALLOW).bytes());
        }
    }

    private void offered(Request request, ServerTransaction transaction) {
        boolean invite = request.method().equals("INVITE");
        if (ackAwaited()) {
            transaction.respond(491, "");
            return;
        }
        request.contact().ifPresent(contact -> dialog.moved(contact.uriText()));
        boolean silent = !invite && request.body().isEmpty();
        Optional<String> answer = silent ? Optional.of("") : leg.listener().offered(request.text());
        if (answer.isEmpty()) {
            transaction.respond(488, "");
            return;
        }
        byte[] message = transaction
                .reply(200, "")
                .line("Contact", leg.context().us().contact(dialog.hop().transport(), ""))
                .line("Allow", Leg.ALLOW)
                .bytes("application/sdp", answer.get());
        if (invite) {
            accept(transaction, message, request.cseq());
        } else {
            transaction.respond(200, message);
        }
    }
}
