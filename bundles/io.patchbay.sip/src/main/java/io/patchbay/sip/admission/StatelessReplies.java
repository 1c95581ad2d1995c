// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.digest.DigestChallenge;
import io.patchbay.sip.edge.Ids;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Replies;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.wire.Outlet;

/** Answers that leave nothing behind (RFC 3261, 8.2.7). */
final class StatelessReplies {
    private static final int BUSY_SECONDS = 5;

    private final Outlet outlet;
    private final Tally tally;

    /** One for all: such answers make no dialog, and a repeated request must get the same (8.2.6.2). */
    private final String tag = Ids.tag();

    StatelessReplies(Outlet outlet, Tally tally) {
        this.outlet = outlet;
        this.tally = tally;
    }

    void refuse(Request request, Refusal refusal) {
        refuse(Replies.to(request), refusal);
    }

    void refuse(Replies replies, Refusal refusal) {
        tally.refusal(refusal.status());
        MessageText text = replies.with(refusal.status(), refusal.reason(), tag);
        ok(refusal.headers().apply(text), replies.returnPath());
    }

    void refuse(Request request, Verdict.Refuse verdict) {
        String seconds = verdict.retryAfterSeconds().isPresent()
                ? Integer.toString(verdict.retryAfterSeconds().getAsInt())
                : "";
        refuse(
                request,
                new Refusal(
                        verdict.status(),
                        verdict.reason(),
                        text -> text.lineIf(!seconds.isEmpty(), "Retry-After", seconds)));
    }

    void busy(Replies replies) {
        refuse(replies, Refusal.of(503, "Retry-After", Integer.toString(BUSY_SECONDS)));
    }

    void challenge(Request request, DigestChallenge challenge) {
        tally.challenge();
        Replies replies = Replies.to(request);
        ok(replies.with(401, "", tag).line("WWW-Authenticate", challenge.header()), replies.returnPath());
    }

    void capabilities(Request request) {
        Replies replies = Replies.to(request);
        MessageText text = replies.with(200, "", tag)
                .line("Allow", Legality.ALLOW)
                .line("Accept", "application/sdp")
                .line("Accept-Encoding", "identity")
                .line("Accept-Language", "en")
                .line("Supported", "timer");
        ok(text, replies.returnPath());
    }

    void ok(MessageText text, Peer to) {
        outlet.send(text.bytes(), to, () -> {});
    }
}
