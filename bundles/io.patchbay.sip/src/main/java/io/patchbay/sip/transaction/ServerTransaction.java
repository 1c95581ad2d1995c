// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import io.patchbay.sip.edge.Ids;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Replies;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.wire.Outlet;

/** One admitted request and its answers (RFC 3261, 17.2, and RFC 6026). All but its key belongs to its lane. */
public final class ServerTransaction {
    private static final byte[] NOTHING = {};

    private enum State {
        PROCEEDING,
        /** INVITE, 2xx sent: whoever answered repeats it until the ACK. */
        ACCEPTED,
        COMPLETED,
        CONFIRMED,
        TERMINATED
    }

    private final String key;
    private final boolean invite;
    private final Replies replies;
    private final Lane lane;
    private final Outlet outlet;
    private final Timers timers;
    private final Runnable ended;
    private final String tag = Ids.tag();
    private Runnable cancel = () -> {};
    private State state = State.PROCEEDING;
    private byte[] last = NOTHING;
    private Lane.Pending repeat = Lane.Pending.NONE;

    ServerTransaction(Request request, Lane lane, Outlet outlet, Timers timers, Runnable ended) {
        key = request.transactionKey();
        invite = request.method().equals("INVITE");
        replies = Replies.to(request);
        this.lane = lane;
        this.outlet = outlet;
        this.timers = timers;
        this.ended = ended;
    }

    /** What it is found by. Any thread. */
    public String key() {
        return key;
    }

    /** The lane of its call. Any thread. */
    public Lane lane() {
        return lane;
    }

    /** Whence the request came and where answers go. */
    public Peer returnPath() {
        return replies.returnPath();
    }

    /** Our tag in its answers, unless the request brought one. Any thread. */
    public String tag() {
        return tag;
    }

    /** What a CANCEL does. */
    public void onCancel(Runnable task) {
        cancel = task;
    }

    /** A CANCEL came. */
    public void cancelled() {
        cancel.run();
    }

    /** Begins an answer. Any thread. */
    public MessageText reply(int status, String reason) {
        return replies.with(status, reason, status == 100 ? "" : tag);
    }

    /** Answers without a body. */
    public void respond(int status, String reason) {
        respond(status, reply(status, reason).bytes());
    }

    /** Sends an answer; after a final one nothing is sent any more. */
    public void respond(int status, byte[] message) {
        if (state != State.PROCEEDING) {
            return;
        }
        last = message;
        send();
        if (status >= 200) {
            complete(status);
        }
    }

    /** It lives on for half a minute, without the call: no CANCEL matters any more (RFC 3261, 9.2). */
    private void complete(int status) {
        cancel = () -> {};
        if (!invite) {
            state = State.COMPLETED;
            lane.after(reliable() ? 0 : timers.giveUp(), this::end);
        } else if (status < 300) {
            state = State.ACCEPTED;
            last = NOTHING;
            lane.after(timers.giveUp(), this::end);
        } else {
            state = State.COMPLETED;
            if (!reliable()) {
                repeatAfter(timers.t1());
            }
            lane.after(timers.giveUp(), this::end);
        }
    }

    private void repeatAfter(long millis) {
        repeat = lane.after(millis, () -> {
            if (state == State.COMPLETED) {
                send();
                repeatAfter(Math.min(millis * 2, timers.t2()));
            }
        });
    }

    /** The request came again. */
    public void repeated() {
        if ((state == State.PROCEEDING || state == State.COMPLETED) && last.length > 0) {
            send();
        }
    }

    /** Whether an ACK of that branch is for a refusal of ours and ends here. */
    public boolean acknowledged() {
        if (state == State.COMPLETED) {
            state = State.CONFIRMED;
            repeat.cancel();
            lane.after(reliable() ? 0 : timers.t4(), this::end);
        }
        return state == State.CONFIRMED;
    }

    private boolean reliable() {
        return returnPath().transport().reliable();
    }

    private void send() {
        outlet.send(last, returnPath(), () -> {});
    }

    private void end() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            repeat.cancel();
            ended.run();
        }
    }
}
