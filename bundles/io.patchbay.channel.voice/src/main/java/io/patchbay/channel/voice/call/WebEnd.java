// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.Leg;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import io.patchbay.webrtc.BrowserAnswer;
import io.patchbay.webrtc.BrowserPath;
import io.patchbay.webrtc.BrowserSound;
import io.patchbay.webrtc.UnacceptableAnswer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** A far end that speaks WebRTC: the SIP phone in somebody's web page. */
final class WebEnd extends FarEnd {
    /** How long sound may take to come about once both have agreed. */
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);

    /** A page that hangs up ends its sound first; its BYE may be a moment later. */
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private static final Pattern OFFER = Pattern.compile("(?m)^m=audio \\d{1,5} UDP/TLS/RTP/SAVPF? ");

    private final Shared shared;
    private final Executor lane;
    private final Runnable lost;
    private final BrowserPath path;
    private boolean connecting;
    private boolean flows;
    private boolean told;

    /** {@code lost} is run on the lane when there is no sound, or none any more; once. */
    WebEnd(Shared shared, Peer peer, Leg sound, Executor lane, Runnable lost) {
        super(shared.sdp(), peer, false, sound);
        this.shared = shared;
        this.lane = lane;
        this.lost = lost;
        path = shared.webRtc().path(new Events());
    }

    /** Whether that is what an offer wants. */
    static boolean isWanted(String offer) {
        return OFFER.matcher(offer).find();
    }

    /** Refuses an offer that cannot be taken, before anything is kept of who made it. */
    static void check(Shared shared, String offer) throws UnacceptableSdp {
        try {
            shared.webRtc()
                    .path(new Nobody())
                    .answer(offer, shared.sdp().hosts(), 1, shared.sdp().laws());
        } catch (UnacceptableAnswer e) {
            throw new UnacceptableSdp(e.getMessage());
        }
    }

    @Override
    String say() {
        return path.offer(shared.sdp().hosts(), sound().rtpPort(), shared.sdp().laws());
    }

    @Override
    synchronized String answer(String offer) throws UnacceptableSdp {
        try {
            BrowserAnswer answer = path.answer(
                    offer, shared.sdp().hosts(), sound().rtpPort(), shared.sdp().laws());
            agree(answer.sound());
            return answer.sdp();
        } catch (UnacceptableAnswer e) {
            throw new UnacceptableSdp(e.getMessage());
        }
    }

    @Override
    void hear(String answer) throws UnacceptableSdp {
        try {
            agree(path.answered(answer));
        } catch (UnacceptableAnswer e) {
            throw new UnacceptableSdp(e.getMessage());
        }
    }

    private void agree(BrowserSound theirs) {
        speaks(theirs.codec());
        sound().secured(path, theirs.codec(), theirs.dtmfPayload());
        directs(theirs.hears(), theirs.speaks());
        if (!connecting) {
            connecting = true;
            shared.lanes()
                    .later(
                            CONNECTS_WITHIN,
                            () -> lane.execute(() -> {
                                if (!flows) {
                                    lose();
                                }
                            }));
        }
    }

    private void lose() {
        if (!told) {
            told = true;
            lost.run();
        }
    }

    private final class Events implements BrowserPath.Events {
        @Override
        public void established() {
            lane.execute(() -> flows = true);
        }

        @Override
        public void failed(String why) {
            shared.lanes().later(LAST_WORD, () -> lane.execute(WebEnd.this::lose));
        }
    }

    private static final class Nobody implements BrowserPath.Events {
        @Override
        public void established() {}

        @Override
        public void failed(String why) {}
    }
}
