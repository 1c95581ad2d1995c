// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.media.Leg;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Somebody outside who is called into a call, by a trunk. On the call's lane only. */
final class OutsideLeg implements CallListener {
    private static final Duration LONGEST_RING = Duration.ofSeconds(45);

    /** What the call wants to hear of it; called on the call's lane. */
    interface Events {
        void answered(OutsideLeg leg);

        /** Gone, or never there. */
        void gone(OutsideLeg leg, String cause);
    }

    private final Shared shared;
    private final Trunk trunk;
    private final Leg sound;
    private final Executor lane;
    private final Events events;
    private final FarEnd far;
    private OutgoingCall sip;
    private boolean answered;
    private boolean over;

    /** {@code trunk} is entered. */
    OutsideLeg(Shared shared, Trunk trunk, Leg sound, Executor lane, Events events) {
        this.shared = shared;
        this.trunk = trunk;
        this.sound = sound;
        this.lane = lane;
        this.events = events;
        TrunkSettings way = trunk.settings();
        Peer peer = new Peer(way.host(), way.port(), way.transport());
        far = new FarEnd(shared.sdp(), peer, true, sound, way.outward().sealed());
    }

    void dial(String number, SipParty ours) {
        TrunkSettings way = trunk.settings();
        CallRequest invite = CallRequest.of(
                        "sip:" + number + "@" + way.host() + ":" + way.port(),
                        ours,
                        SipParty.of(number, way.host()),
                        far.offer())
                .by(new Peer(way.host(), way.port(), way.transport()))
                .ringingFor(LONGEST_RING);
        sip = shared.dialer()
                .call(
                        way.user().isEmpty()
                                ? invite
                                : invite.as(new Login(way.user(), way.password(), way.host(), Optional.empty())),
                        this);
    }

    Leg sound() {
        return sound;
    }

    boolean answered() {
        return answered;
    }

    private void now(Runnable work) {
        lane.execute(() -> {
            if (!over) {
                work.run();
            }
        });
    }

    @Override
    public void answered(String sdp) {
        now(() -> {
            try {
                far.answered(sdp);
                answered = true;
                events.answered(this);
            } catch (UnacceptableSdp e) {
                events.gone(this, "unreachable");
            }
        });
    }

    @Override
    public void refused(int status, String reason) {
        now(() -> events.gone(this, Refusal.outside(status)));
    }

    @Override
    public void ended(String cause) {
        now(() -> events.gone(this, cause.startsWith("bye") ? "left" : "lost"));
    }

    @Override
    public Optional<String> offered(String sdp) {
        return far.moves(sdp);
    }

    /** Lets him go; nothing more is told. */
    void end() {
        if (over) {
            return;
        }
        over = true;
        trunk.leave();
        if (sip != null) {
            sip.bye(""); // cancels what was not answered
        }
        sound.close();
    }
}
