// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import io.patchbay.sip.edge.Response;
import io.patchbay.sip.wire.Outlet;

/** One request of ours and its answers (RFC 3261, 17.1, and RFC 6026). Belongs to the lane of its call. */
public final class ClientTransaction {
    private enum State {
        CALLING,
        PROCEEDING,
        /** INVITE, 2xx seen: further ones go up too, they may come from other forks. */
        ACCEPTED,
        COMPLETED,
        TERMINATED
    }

    /** Whoever sent the request. */
    public interface User {
        /** An answer; of an INVITE every 2xx, of all else the first final one. */
        void answered(Response response);

        /** No answer came in time, or the request could not be sent: 408 or 503, as RFC 3261, 8.1.3.1 says. */
        void failed(int status);
    }

    private final ClientRequest request;
    private final byte[] message;
    private final User user;
    private final Lane lane;
    private final Outlet outlet;
    private final Timers timers;
    private final Runnable ended;
    private final boolean invite;
    private State state = State.CALLING;
    private byte[] ack = new byte[0];
    private Lane.Pending repeat = Lane.Pending.NONE;
    private Lane.Pending giveUp = Lane.Pending.NONE;

    ClientTransaction(
            ClientRequest request, byte[] message, User user, Lane lane, Outlet outlet, Timers timers, Runnable ended) {
        this.request = request;
        this.message = message;
        this.user = user;
        this.lane = lane;
        this.outlet = outlet;
        this.timers = timers;
        this.ended = ended;
        invite = request.method().equals("INVITE");
    }

    void start() {
        send(message);
        if (!reliable()) {
            repeatAfter(timers.t1());
        }
        giveUp = lane.after(timers.giveUp(), () -> fail(408));
    }

    private void repeatAfter(long millis) {
        repeat = lane.after(millis, () -> {
            if (state == State.CALLING || (state == State.PROCEEDING && !invite)) {
                send(message);
                long next = state == State.PROCEEDING ? timers.t2() : millis * 2;
                repeatAfter(invite ? next : Math.min(next, timers.t2()));
            }
        });
    }

    void received(Response response) {
        if (response.status() < 200) {
            provisional(response);
        } else if (invite && response.status() < 300) {
            accepted(response);
        } else {
            completed(response);
        }
    }

    private void provisional(Response response) {
        if (state == State.CALLING || state == State.PROCEEDING) {
            state = State.PROCEEDING;
            if (invite) {
                repeat.cancel();
                giveUp.cancel();
            }
            user.answered(response);
        }
    }

    private void accepted(Response response) {
        if (state == State.CALLING || state == State.PROCEEDING) {
            state = State.ACCEPTED;
            endAfter(timers.giveUp());
        }
        if (state == State.ACCEPTED) {
            user.answered(response);
        }
    }

    private void completed(Response response) {
        if (state == State.COMPLETED && ack.length > 0) {
            send(ack);
        } else if (state == State.CALLING || state == State.PROCEEDING) {
            state = State.COMPLETED;
            if (invite) {
                ack = request.ack(response.to().text());
                send(ack);
            }
            endAfter(reliable() ? 0 : invite ? timers.giveUp() : timers.t4());
            user.answered(response);
        }
    }

    private void endAfter(long millis) {
        repeat.cancel();
        giveUp.cancel();
        giveUp = lane.after(millis, this::end);
    }

    /** Gives up without telling anybody, as after a CANCEL that nobody answered (RFC 3261, 9.1). */
    public void abandon() {
        end();
    }

    private void fail(int status) {
        if (state == State.CALLING || state == State.PROCEEDING) {
            end();
            user.failed(status);
        }
    }

    private void end() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            repeat.cancel();
            giveUp.cancel();
            ended.run();
        }
    }

    private boolean reliable() {
        return request.hop().transport().reliable();
    }

    private void send(byte[] bytes) {
        outlet.send(bytes, request.hop(), () -> lane.run(() -> fail(503)));
    }
}
