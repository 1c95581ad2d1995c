// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.digest.DigestAnswer;
import io.patchbay.sip.edge.MessageReader;
import io.patchbay.sip.edge.Parsed;
import io.patchbay.sip.edge.Replies;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.transaction.ClientTransactions;
import io.patchbay.sip.transaction.ServerTransaction;
import io.patchbay.sip.transaction.ServerTransactions;
import io.patchbay.sip.wire.Inbox;
import io.patchbay.sip.wire.Outlet;
import java.util.Optional;

/**
 * All that happens to a message before it may cost anything: parsed, limited, checked, weighed; refused without state.
 * Receiving threads.
 */
public final class Gate implements Inbox {
    private final Bounds bounds;
    private final Legality legality;
    private final Admission admission;
    private final ServerTransactions servers;
    private final ClientTransactions clients;
    private final Passage passage;
    private final Tally tally;
    private final StatelessReplies replies;

    /** A gate that lets nothing through but by {@code admission}. */
    public Gate(
            Bounds bounds,
            String sentBy,
            Admission admission,
            ServerTransactions servers,
            ClientTransactions clients,
            Passage passage,
            Outlet outlet,
            Tally tally) {
        this.bounds = bounds;
        this.admission = admission;
        this.servers = servers;
        this.clients = clients;
        this.passage = passage;
        this.tally = tally;
        legality = new Legality(sentBy);
        replies = new StatelessReplies(outlet, tally);
    }

    @Override
    public boolean arrived(byte[] message, Peer source) {
        Parsed parsed = MessageReader.read(message, source);
        if (parsed instanceof Parsed.Asked asked) {
            tally.request();
            request(asked.request());
        } else if (parsed instanceof Parsed.Answered answered) {
            if (!clients.received(answered.response())) {
                tally.drop();
            }
        } else if (parsed instanceof Parsed.Illegal illegal) {
            tally.request();
            tally.parseError();
            illegal(illegal.replies(), illegal.reason(), source);
        } else {
            tally.parseError();
            tally.drop();
            return false;
        }
        return true;
    }

    private void illegal(Replies answers, String reason, Peer source) {
        switch (bounds.share(source.host())) {
            case LOOKED_AT -> replies.refuse(answers, Refusal.of(400, "Bad Request: " + reason));
            case REFUSED -> replies.busy(answers);
            case NOTHING -> tally.drop();
        }
    }

    private void request(Request request) {
        Optional<ServerTransaction> running = servers.of(request);
        switch (request.method()) {
            case "ACK" -> acknowledged(request, running);
            case "CANCEL" -> cancelled(request, running);
            default -> {
                if (running.isPresent()) {
                    running.get().lane().run(running.get()::repeated);
                } else if (request.inDialog() && passage.knows(request)) {
                    within(request);
                } else {
                    stranger(request);
                }
            }
        }
    }

    private void acknowledged(Request ack, Optional<ServerTransaction> running) {
        if (running.isPresent()) {
            running.get().lane().run(() -> {
                if (!running.get().acknowledged()) {
                    passage.acknowledged(ack);
                }
            });
        } else if (passage.knows(ack)) {
            passage.acknowledged(ack);
        } else {
            tally.drop();
        }
    }

    /**
     * Answered without a transaction of its own: the same CANCEL gets the same answer as long as its INVITE is in use.
     */
    private void cancelled(Request cancel, Optional<ServerTransaction> running) {
        if (running.isPresent()) {
            replies.ok(Replies.to(cancel).with(200, "", running.get().tag()), cancel.returnPath());
            running.get().lane().run(running.get()::cancelled);
        } else if (bounds.share(cancel.source().host()) == SourceLimits.Share.LOOKED_AT) {
            replies.refuse(cancel, Refusal.of(481, ""));
        } else {
            tally.drop();
        }
    }

    private void within(Request request) {
        Optional<Refusal> wrong = legality.check(request);
        if (wrong.isPresent()) {
            replies.refuse(request, wrong.get());
        } else if (bounds.exhausted(servers.size())) {
            replies.busy(Replies.to(request));
        } else {
            tally.admission();
            passage.within(request, servers.begin(request));
        }
    }

    private void stranger(Request request) {
        switch (bounds.share(request.source().host())) {
            case LOOKED_AT -> lookedAt(request);
            case REFUSED -> replies.busy(Replies.to(request));
            case NOTHING -> tally.drop();
        }
    }

    private void lookedAt(Request request) {
        Optional<Refusal> wrong = legality.check(request).or(() -> outOfPlace(request));
        if (wrong.isPresent()) {
            replies.refuse(request, wrong.get());
        } else if (!request.method().equals("OPTIONS") && bounds.full(servers.size(), request.callId())) {
            replies.busy(Replies.to(request));
        } else {
            weighed(request, admission.weigh(described(request)));
        }
    }

    private Optional<Refusal> outOfPlace(Request request) {
        boolean opens = request.method().equals("INVITE")
                || request.method().equals("REGISTER")
                || request.method().equals("OPTIONS");
        if (!opens || (request.inDialog() && request.method().equals("INVITE"))) {
            return Optional.of(Refusal.of(481, ""));
        }
        return servers.merged(request) ? Optional.of(Refusal.of(482, "")) : Optional.empty();
    }

    private void weighed(Request request, Verdict verdict) {
        if (verdict instanceof Verdict.Admit admit) {
            tally.admission();
            if (request.method().equals("OPTIONS")) {
                replies.capabilities(request);
            } else {
                passage.admitted(admit.party(), request, servers.begin(request));
            }
        } else if (verdict instanceof Verdict.Challenge challenge) {
            replies.challenge(request, challenge.challenge());
        } else if (verdict instanceof Verdict.Refuse refuse) {
            replies.refuse(request, refuse);
        } else {
            tally.drop();
        }
    }

    private static Arrived described(Request request) {
        return new Arrived(
                request.method(),
                request.source(),
                request.uri(),
                request.from().party(),
                request.to().party(),
                request.contact().map(contact -> contact.uri()),
                request.headers()
                        .first("Authorization")
                        .or(() -> request.headers().first("Proxy-Authorization"))
                        .flatMap(DigestAnswer::read),
                request.headers(),
                request.body().length());
    }
}
