// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.Leg;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** A phone that was answered before this instance took the call up. */
final class KeptPhone implements Device, CallListener {
    /** By these the far end is reached again when the sockets are others. */
    private static final Set<Transport> REACHED = EnumSet.of(Transport.UDP, Transport.TCP, Transport.TLS);

    private final FarEnd far;
    private final Executor lane;
    private final Events events;
    private final SipCall call;
    private boolean over;

    KeptPhone(Facts facts, Leg sound, Shared shared, Executor lane, Events events) {
        this.lane = lane;
        this.events = events;
        far = FarEnd.takenUp(facts.in("far"), shared.sdp(), sound);
        call = shared.dialer().resume(KeptDialog.read(facts.text("dialog")), this);
    }

    @Override
    public void ring(SipParty who, String subject, Leg sound, boolean byItself, Events listener) {
        throw new IllegalStateException("it was answered before");
    }

    @Override
    public Accepting accepting() {
        return Accepting.TOLD;
    }

    @Override
    public void answer() {}

    @Override
    public void stop() {
        hangUp();
    }

    @Override
    public void hangUp() {
        over = true;
        call.bye("");
    }

    @Override
    public String codec() {
        return far.codec();
    }

    @Override
    public boolean tell(Facts facts) {
        return tell(call, far, facts);
    }

    /** Tells of an answered phone; false if it cannot be gone on with elsewhere. */
    static boolean tell(SipCall call, FarEnd far, Facts facts) {
        Optional<KeptDialog> kept =
                call.kept().filter(dialog -> REACHED.contains(dialog.flow().transport()));
        kept.ifPresent(dialog -> {
            facts.put("dialog", dialog.text());
            far.tell(facts.in("far"));
        });
        return kept.isPresent() && !(far instanceof WebEnd);
    }

    private void now(Runnable work) {
        lane.execute(() -> {
            if (!over) {
                work.run();
            }
        });
    }

    @Override
    public void confirmed(String sdp) {
        now(() -> {
            try {
                far.acknowledged(sdp);
            } catch (UnacceptableSdp e) {
                call.bye("SIP;cause=488");
                events.gone("no sound in common");
            }
        });
    }

    @Override
    public void ended(String cause) {
        now(() -> events.gone(cause));
    }

    @Override
    public void info(String contentType, String body) {
        InfoKey.read(contentType, body).ifPresent(key -> now(() -> events.presses(key)));
    }

    @Override
    public boolean referred(String user) {
        now(() -> events.transfers(user));
        return true;
    }

    @Override
    public Optional<String> offered(String sdp) {
        boolean held = far.holds();
        Optional<String> answer = far.moves(sdp);
        if (far.holds() != held) {
            now(() -> events.holds(far.holds()));
        }
        return answer;
    }
}
