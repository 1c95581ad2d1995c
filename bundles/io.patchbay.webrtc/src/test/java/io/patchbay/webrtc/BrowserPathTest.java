// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.MediaSettings;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Side;
import io.patchbay.media.engine.MediaEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leg of the real engine and a browser of ours, through real sockets. */
class BrowserPathTest implements BridgeListener, BrowserPath.Events {
    private static final List<G711> LAWS = List.of(G711.PCMU, G711.PCMA);

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final WebRtc webRtc = new WebRtc();
    private final BrowserPath path = webRtc.path(this);
    private MediaEngine engine;
    private Leg leg;
    private String offer;
    private Browser browser;

    @BeforeEach
    void rings() throws NoPortLeftException, IOException {
        int first = 2 * ThreadLocalRandom.current().nextInt(5_000, 9_500);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        engine = new MediaEngine(
                MediaSettings.defaults(loopback).withPorts(first, first + 399).withDeadAfter(Duration.ofSeconds(60)));
        Bridge bridge = engine.bridge(this);
        leg = bridge.leg(Side.STAFF);
        leg.hears(Set.of(leg));
        offer = path.offer(List.of("127.0.0.1"), leg.rtpPort(), LAWS);
        browser = new Browser(offer, leg.rtpPort());
    }

    @AfterEach
    void close() {
        browser.close();
        engine.close();
        webRtc.close();
    }

    private void answers(String sdp) throws UnacceptableAnswer {
        BrowserSound sound = path.answered(sdp);
        leg.secured(path, sound.codec(), sound.dtmfPayload());
    }

    private String told() throws InterruptedException {
        return String.valueOf(news.poll(60, TimeUnit.SECONDS));
    }

    private static byte[] rtp(int sequence) {
        byte[] packet = ByteBuffer.allocate(172)
                .putShort((short) 0x8000)
                .putShort((short) sequence)
                .putInt(sequence * 160)
                .putInt(0xB0B)
                .array();
        Arrays.fill(packet, 12, 172, (byte) 0x2A);
        return packet;
    }

    @Test
    void soundGoesThereAndBack() throws Exception {
        answers(browser.answer());
        assertThat(browser.finds()).isTrue();
        assertThat(browser.shakesHands()).isTrue();
        assertThat(told()).isEqualTo("established");
        int echoed = 0;
        for (int i = 0; i < 200 && echoed < 20; i++) {
            browser.says(rtp(i));
            byte[] heard = browser.hears();
            assertThat(heard[1] & 0x7F).isZero();
            echoed += heard[heard.length - 1] == 0x2A ? 1 : 0;
        }
        assertThat(echoed).isEqualTo(20);
        assertThat(told()).isEqualTo("flowing");
    }

    @Test
    void anotherBrowserThanTheSignallingSaidGetsNoKeys() throws Exception {
        answers(Browser.answer("00:".repeat(31) + "00"));
        assertThat(browser.finds()).isTrue();
        assertThat(browser.shakesHands()).isFalse();
        assertThat(told()).startsWith("failed");
    }

    @Test
    void whoDoesNotKnowThePasswordGetsNoAnswer() throws Exception {
        answers(browser.answer());
        byte[] forged = browser.check("not the password, is it?", true);
        browser.send(forged, forged.length);
        assertThat(browser.receive()).isEmpty();
        assertThat(path.peer()).isEmpty();
    }

    @Test
    void aFloodOfNoiseNeitherIsAnsweredNorKeepsTheBrowserOut() throws Exception {
        answers(browser.answer());
        Random random = new Random(8);
        byte[] check = browser.check(browser.password(), true);
        try (Browser stranger = new Browser(offer, leg.rtpPort())) {
            for (int i = 0; i < 2_000; i++) {
                byte[] noise = random.nextInt(3) == 0 ? check.clone() : new byte[random.nextInt(1_600)];
                if (noise.length == check.length) {
                    noise[random.nextInt(noise.length)] ^= (byte) (1 + random.nextInt(255));
                } else {
                    random.nextBytes(noise);
                }
                stranger.send(noise, noise.length);
            }
            assertThat(stranger.receive()).isEmpty();
        }
        assertThat(browser.finds()).isTrue();
        assertThat(browser.shakesHands()).isTrue();
        assertThat(told()).isEqualTo("established");
    }

    @Test
    void theFarEndsDescriptionIsNotBelieved() {
        String good = browser.answer();
        assertThatThrownBy(() -> path.answered(good.replace("a=setup:active", "a=setup:passive")))
                .isInstanceOf(UnacceptableAnswer.class);
        assertThatThrownBy(() -> path.answered(good.replace("a=rtcp-mux", "a=x")))
                .isInstanceOf(UnacceptableAnswer.class);
        assertThatThrownBy(() -> path.answered(good.replace("SAVPF 0 8 101", "SAVPF 111")))
                .isInstanceOf(UnacceptableAnswer.class);
        assertThatThrownBy(() -> path.answered(good.replace("sha-256", "sha-1")))
                .isInstanceOf(UnacceptableAnswer.class);
        assertThatThrownBy(() -> path.answered("x".repeat(20_000))).isInstanceOf(UnacceptableAnswer.class);
    }

    @Override
    public void established() {
        news.add("established");
    }

    @Override
    public void failed(String why) {
        news.add("failed: " + why);
    }

    @Override
    public void flowing(Leg of) {
        news.add("flowing");
    }

    @Override
    public void digit(Leg of, char digit, Duration held) {}

    @Override
    public void played(Leg of, Playlist list) {}

    @Override
    public void silent(Leg of) {}

    @Override
    public void failed(Leg of, Throwable why) {
        news.add("failed: " + why);
    }
}
