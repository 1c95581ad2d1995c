// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.api.BrowserPhones.Window;
import io.patchbay.channel.voice.phone.Browsers;
import io.patchbay.media.Leg;
import io.patchbay.sip.message.SipParty;
import io.patchbay.webrtc.BrowserPath;
import io.patchbay.webrtc.BrowserSound;
import io.patchbay.webrtc.UnacceptableAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The phone in an agent's browser. Its sound is connected while it rings, so that accepting at the desk is heard at
 * once; it moves with the agent to another window.
 */
final class BrowserPhone implements Device, Browsers.Connection {
    /** How long sound may take to come about once the agent has accepted. */
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(8);

    /** How long a window may take to find the next instance. */
    private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(30);

    private final AgentId agent;
    private final Shared shared;
    private final Executor lane;
    private final String call;
    private Leg sound;
    private Events events;
    private volatile Optional<Attempt> now = Optional.empty();
    private boolean wanted;
    private boolean picked;
    private boolean over;
    private String codec = "";

    BrowserPhone(AgentId agent, Shared shared, Executor lane) {
        this(agent, UUID.randomUUID().toString(), shared, lane);
    }

    private BrowserPhone(AgentId agent, String call, Shared shared, Executor lane) {
        this.agent = agent;
        this.call = call;
        this.shared = shared;
        this.lane = lane;
    }

    /**
     * One that was answered at another instance: its sound flows the old way until the window is connected with this
     * one.
     */
    static BrowserPhone takenUp(Facts facts, AgentId agent, Leg sound, Shared shared, Executor lane, Events events) {
        BrowserPhone phone = new BrowserPhone(agent, facts.text("browser"), shared, lane);
        phone.sound = sound;
        phone.events = events;
        phone.codec = facts.text("codec");
        phone.wanted = true;
        phone.picked = true;
        shared.browsers().begins(agent, phone.call, phone);
        shared.lanes()
                .later(
                        COMES_BACK_WITHIN,
                        () -> lane.execute(() -> {
                            if (phone.now.isEmpty()) {
                                phone.fails("window closed");
                            }
                        }));
        return phone;
    }

    @Override
    public boolean tell(Facts facts) {
        facts.put("browser", call).put("codec", codec);
        return picked && !over;
    }

    @Override
    public void ring(SipParty who, String subject, Leg leg, boolean byItself, Events listener) {
        sound = leg;
        events = listener;
        shared.browsers().begins(agent, call, this);
        connect();
    }

    private void connect() {
        Optional<Window> window = shared.browsers().window(agent);
        if (window.isEmpty()) {
            fails("window closed");
            return;
        }
        Attempt attempt = new Attempt();
        now = Optional.of(attempt);
        window.get()
                .connect(
                        call,
                        attempt.path.offer(
                                shared.sdp().hosts(),
                                sound.rtpPort(),
                                shared.sdp().laws()));
    }

    @Override
    public Accepting accepting() {
        return Accepting.AT_ONCE;
    }

    @Override
    public void answer() {
        wanted = true;
        pickUp();
        shared.lanes()
                .later(
                        CONNECTS_WITHIN,
                        () -> lane.execute(() -> {
                            if (!picked) {
                                fails("no sound");
                            }
                        }));
    }

    private void pickUp() {
        if (wanted && !picked && !over && now.filter(attempt -> attempt.flows).isPresent()) {
            picked = true;
            events.answered();
        }
    }

    @Override
    public void stop() {
        over = true;
        shared.browsers().ends(agent, call);
    }

    @Override
    public void hangUp() {
        stop();
    }

    @Override
    public String codec() {
        return codec;
    }

    private void fails(String why) {
        if (over) {
            return;
        }
        over = true;
        shared.browsers().ends(agent, call);
        if (picked) {
            events.gone(why);
        } else {
            events.refused(503);
        }
    }

    @Override
    public void moved() {
        lane.execute(() -> {
            if (!over) {
                connect();
            }
        });
    }

    @Override
    public void answered(String sdp) {
        lane.execute(() -> {
            if (!over && now.isPresent()) {
                now.get().answered(sdp);
            }
        });
    }

    @Override
    public void failed(String why) {
        lane.execute(() -> fails(why));
    }

    @Override
    public boolean flows() {
        return now.filter(attempt -> attempt.path.silence().compareTo(Browsers.SILENCE) < 0)
                .isPresent();
    }

    /** One connection with one window; what comes of one that was replaced is nobody's. */
    private final class Attempt implements BrowserPath.Events {
        private final BrowserPath path = shared.webRtc().path(this);
        private boolean flows;

        void answered(String sdp) {
            try {
                BrowserSound theirs = path.answered(sdp);
                codec = theirs.codec().name();
                sound.secured(path, theirs.codec(), theirs.dtmfPayload());
                events.rings();
            } catch (UnacceptableAnswer e) {
                fails(e.getMessage());
            }
        }

        private void mine(Runnable work) {
            lane.execute(() -> {
                if (!over && now.filter(attempt -> attempt == this).isPresent()) {
                    work.run();
                }
            });
        }

        @Override
        public void established() {
            mine(() -> {
                flows = true;
                pickUp();
            });
        }

        @Override
        public void failed(String why) {
            mine(() -> fails(why));
        }
    }
}
