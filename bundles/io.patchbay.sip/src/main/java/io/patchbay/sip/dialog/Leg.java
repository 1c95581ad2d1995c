// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.transaction.Lane;
import io.patchbay.sip.transaction.ServerTransaction;
import java.util.Optional;

/** A call of either direction. Everything but its names belongs to its lane. */
abstract class Leg implements SipCall {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY, REFER, REGISTER";

    private static final CallListener NOBODY = new CallListener() {};

    private final String id;
    private final String localTag;
    private final LegContext context;
    private final Lane lane;
    private CallListener listener = NOBODY;
    private boolean over;

    Leg(String id, String localTag, LegContext context) {
        this.id = id;
        this.localTag = localTag;
        this.context = context;
        lane = context.lanes().of(id);
    }

    @Override
    public final String id() {
        return id;
    }

    final String localTag() {
        return localTag;
    }

    final LegContext context() {
        return context;
    }

    final Lane lane() {
        return lane;
    }

    /** A request within the dialog, other than ACK. */
    abstract void asked(Request request, ServerTransaction transaction);

    /** An ACK that no transaction wanted. */
    abstract void acknowledged(Request ack);

    /** The connection that it went by is gone for good: the far end can neither be told nor say anything. */
    abstract void lost();

    final void listener(CallListener taker) {
        listener = taker;
    }

    /** Who has the call; nobody once it is over. */
    final CallListener listener() {
        return listener;
    }

    /**
     * Who is to hear of the end, unless he has; from now on it is over. He is let go: the leg's transactions live on
     * for half a minute, and should not keep a whole call in memory.
     */
    final Optional<CallListener> finish() {
        Optional<CallListener> last = over ? Optional.empty() : Optional.of(listener);
        over = true;
        listener = NOBODY;
        context.legs().remove(this);
        return last;
    }

    final boolean over() {
        return over;
    }

    /** The answer to OPTIONS (RFC 3261, 11.2). */
    static MessageText capabilities(MessageText reply) {
        return reply.line("Allow", ALLOW)
                .line("Accept", "application/sdp")
                .line("Accept-Encoding", "identity")
                .line("Accept-Language", "en")
                .line("Supported", "timer");
    }

    /** What a 422 tells (RFC 4028, 6). */
    static MessageText tooBrief(MessageText reply) {
        return reply.line("Min-SE", Integer.toString(SessionTimer.LEAST_SECONDS));
    }
}
