// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.phone.Browsers;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Side;
import io.patchbay.webrtc.BrowserPath;
import io.patchbay.webrtc.BrowserSound;
import io.patchbay.webrtc.UnacceptableAnswer;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** A window connected with itself, so that its agent hears how he sounds. Safe for any thread. */
public final class Echo implements Browsers.Connection, BridgeListener, BrowserPath.Events {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Shared shared;
    private final AgentId agent;
    private final String call = "echo-" + UUID.randomUUID();
    private final Bridge bridge;
    private final Leg leg;
    private BrowserPath path;

    private Echo(Shared shared, AgentId agent) throws NoPortLeftException {
        this.shared = shared;
        this.agent = agent;
        bridge = shared.media().bridge(this);
        try {
            leg = bridge.leg(Side.STAFF);
        } catch (NoPortLeftException e) {
            bridge.close();
            throw e;
        }
    }

    static String begin(Shared shared, AgentId agent) throws NoPortLeftException {
        Echo test = new Echo(shared, agent);
        test.leg.hears(Set.of(test.leg));
        shared.browsers().begins(agent, test.call, test);
        test.moved();
        shared.lanes().later(LONGEST, test::end);
        return test.call;
    }

    /** Ends it. */
    public void end() {
        bridge.close();
        shared.browsers().ends(agent, call);
    }

    @Override
    public synchronized void moved() {
        path = shared.webRtc().path(this);
        String offer =
                path.offer(shared.sdp().hosts(), leg.rtpPort(), shared.sdp().laws());
        shared.browsers().window(agent).ifPresentOrElse(window -> window.connect(call, offer), this::end);
    }

    @Override
    public synchronized void answered(String sdp) {
        try {
            BrowserSound theirs = path.answered(sdp);
            leg.secured(path, theirs.codec(), theirs.dtmfPayload());
        } catch (UnacceptableAnswer e) {
            end();
        }
    }

    @Override
    public synchronized boolean flows() {
        return path.silence().compareTo(Browsers.SILENCE) < 0;
    }

    @Override
    public void established() {}

    @Override
    public void failed(String why) {
        end();
    }

    @Override
    public void silent(Leg of) {
        end();
    }

    @Override
    public void failed(Leg of, Throwable why) {
        end();
    }

    @Override
    public void digit(Leg of, char digit, Duration held) {}

    @Override
    public void played(Leg of, Playlist list) {}

    @Override
    public void flowing(Leg of) {}
}
