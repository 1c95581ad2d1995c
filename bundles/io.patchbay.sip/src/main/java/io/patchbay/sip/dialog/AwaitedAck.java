// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.transaction.Lane;
import io.patchbay.sip.transaction.Timers;
import io.patchbay.sip.wire.Outlet;

/** A 2xx that is repeated until its ACK comes (RFC 3261, 13.3.1.4), over every transport. Belongs to a lane. */
final class AwaitedAck {
    private final byte[] answer;
    private final Peer to;
    private final long cseq;
    private final Outlet outlet;
    private final Lane lane;
    private final Timers timers;
    private final Lane.Pending giveUp;
    private Lane.Pending repeat = Lane.Pending.NONE;
    private boolean awaited = true;

    /** The answer has been sent once already. */
    AwaitedAck(byte[] answer, Peer to, long cseq, LegContext context, Lane lane, Runnable lost) {
        this.answer = answer;
        this.to = to;
        this.cseq = cseq;
        this.lane = lane;
        outlet = context.outlet();
        timers = context.timers();
        giveUp = lane.after(timers.giveUp(), () -> {
            if (awaited) {
                cancel();
                lost.run();
            }
        });
        repeatAfter(timers.t1());
    }

    private void repeatAfter(long millis) {
        repeat = lane.after(millis, () -> {
            if (awaited) {
                outlet.send(answer, to, () -> {});
                repeatAfter(Math.min(millis * 2, timers.t2()));
            }
        });
    }

    /** Whether this is the ACK, for the first time. */
    boolean came(long ofCseq) {
        if (!awaited || ofCseq != cseq) {
            return false;
        }
        cancel();
        return true;
    }

    boolean awaited() {
        return awaited;
    }

    void cancel() {
        awaited = false;
        repeat.cancel();
        giveUp.cancel();
    }
}
