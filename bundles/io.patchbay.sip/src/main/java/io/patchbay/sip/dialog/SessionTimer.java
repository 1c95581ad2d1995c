// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.edge.Grammar;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.edge.Response;
import io.patchbay.sip.message.Headers;
import io.patchbay.sip.transaction.ClientTransaction;
import io.patchbay.sip.transaction.Lane;
import java.util.Locale;

/**
 * The session timer of a call (RFC 4028) whose far end asks for one; we ask for none ourselves. Who is to refresh is
 * his wish: if he is, a call that he leaves without a refresh is over; if we are, it is done by UPDATE. Belongs to the
 * lane of its leg.
 */
final class SessionTimer {
    /** The shortest interval we keep (section 4 asks for 90 s at least). */
    static final int LEAST_SECONDS = 90;

    private static final int MOST_SECONDS = 86_400;
    private static final int MARGIN_SECONDS = 32;

    /** What comes of it. */
    interface Outcome {
        /** Sends an UPDATE without a body that carries this line. */
        void refresh(String sessionExpires, ClientTransaction.User user);

        /** The far end is gone. */
        void expired();
    }

    private final Leg leg;
    private final Outcome outcome;
    private Lane.Pending next = Lane.Pending.NONE;
    private KeptDialog.Timer agreed = KeptDialog.Timer.NONE;

    SessionTimer(Leg leg, Outcome outcome) {
        this.leg = leg;
        this.outcome = outcome;
    }

    /** Whether a request asks for a shorter interval than we keep: 422 then. */
    static boolean tooBrief(Headers headers) {
        int seconds = seconds(headers);
        return seconds > 0 && seconds < LEAST_SECONDS;
    }

    private static int seconds(Headers headers) {
        String value =
                headers.first("Session-Expires").orElse("").split(";", 2)[0].strip();
        long seconds = Grammar.number(value, Integer.MAX_VALUE);
        return seconds < 1 ? 0 : (int) Math.min(seconds, MOST_SECONDS);
    }

    private static boolean has(Headers headers, String name, String word) {
        return headers.all(name).stream()
                .flatMap(value -> Grammar.split(value, ',').stream())
                .anyMatch(one -> one.strip().equalsIgnoreCase(word));
    }

    /** Adds to our 2xx what it asks for, and begins anew. */
    MessageText agree(Request request, MessageText reply) {
        Headers headers = request.headers();
        int seconds = seconds(headers);
        boolean ours = headers.first("Session-Expires")
                .map(value -> value.toLowerCase(Locale.ROOT).matches(".*;\\s*refresher\\s*=\\s*uas\\b.*"))
                .orElse(false);
        stop();
        if (seconds == 0 || !has(headers, "Supported", "timer") || (ours && !has(headers, "Allow", "UPDATE"))) {
            agreed = KeptDialog.Timer.NONE;
            return reply;
        }
        resume(new KeptDialog.Timer(seconds, ours));
        return reply.line("Supported", "timer")
                .lineIf(!ours, "Require", "timer")
                .line("Session-Expires", seconds + ";refresher=" + (ours ? "uas" : "uac"));
    }

    /** What was agreed last. */
    KeptDialog.Timer agreed() {
        return agreed;
    }

    /** Runs from now on as it was agreed. */
    void resume(KeptDialog.Timer wanted) {
        agreed = wanted;
        if (wanted.ours()) {
            refreshLater(wanted.seconds());
        } else if (wanted.seconds() > 0) {
            int left = wanted.seconds() - Math.min(MARGIN_SECONDS, wanted.seconds() / 3);
            next = leg.lane().after(leg.context().timers().seconds(left), outcome::expired);
        }
    }

    private void refreshLater(int seconds) {
        next = leg.lane()
                .after(
                        leg.context().timers().seconds(seconds / 2),
                        () -> outcome.refresh(seconds + ";refresher=uac", new Refreshed(seconds)));
    }

    void stop() {
        next.cancel();
    }

    /** What the far end says to our refresh. */
    private final class Refreshed implements ClientTransaction.User {
        private final int seconds;

        Refreshed(int seconds) {
            this.seconds = seconds;
        }

        @Override
        public void answered(Response response) {
            if (response.status() == 481 || response.status() == 408) {
                outcome.expired();
            } else if (response.status() >= 200 && !leg.over()) {
                refreshLater(seconds);
            }
        }

        @Override
        public void failed(int status) {
            outcome.expired();
        }
    }
}
