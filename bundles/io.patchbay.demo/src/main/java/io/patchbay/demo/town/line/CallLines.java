// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.demo.town.seed.Staff;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.sdp.UnacceptableSdp;

/** Customers who call: they dial, listen to greeting and music, say what they want and hang up. */
public final class CallLines implements Line.Opener {
    private static final String SERVICE = "95500";

    private final Exchange exchange;
    private final Spoken spoken;

    public CallLines(Exchange exchange, Spoken spoken) {
        this.exchange = exchange;
        this.spoken = spoken;
    }

    @Override
    public Line open(Visit visit, Line.Ear ear) {
        try {
            Call call = new Call(visit, ear, new Talk(exchange.media()));
            call.dial();
            return call;
        } catch (NoPortLeftException e) {
            ear.failed(e.getMessage());
            return () -> {};
        }
    }

    private final class Call implements Line, CallListener {
        private final Visit visit;
        private final Line.Ear ear;
        private final Talk talk;
        private OutgoingCall sip;

        Call(Visit visit, Line.Ear ear, Talk talk) {
            this.visit = visit;
            this.ear = ear;
            this.talk = talk;
        }

        void dial() {
            String number = visit.guest()
                    ? SERVICE
                    : Staff.number(Staff.queue(visit.matter().queue()));
            sip = exchange.call(visit.who().phone(), number, talk.offer(), this);
        }

        @Override
        public void answered() {
            talk.say(spoken.customer(visit), () -> {
                sip.bye("");
                ear.over();
            });
        }

        @Override
        public void leave() {
            sip.bye("");
        }

        @Override
        public void answered(String sdp) {
            try {
                talk.answered(sdp);
            } catch (UnacceptableSdp e) {
                sip.bye("");
            }
        }

        @Override
        public void refused(int status, String reason) {
            talk.close();
            ear.failed(status + " " + reason);
        }

        @Override
        public void ended(String cause) {
            talk.close();
        }
    }
}
