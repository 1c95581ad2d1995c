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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser that calls us: the same leg and the same wire, but the offer is its own. */
class BrowserOfferTest implements BridgeListener, BrowserPath.Events {
    private static final List<String> HOSTS = List.of("127.0.0.1");
    private static final List<G711> LAWS = List.of(G711.PCMU, G711.PCMA);

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final WebRtc webRtc = new WebRtc();
    private final BrowserPath path = webRtc.path(this);
    private MediaEngine engine;
    private Leg leg;
    private Browser browser;
    private int sequence;

    @BeforeEach
    void comes() throws NoPortLeftException, IOException {
        int first = 2 * ThreadLocalRandom.current().nextInt(5_000, 9_500);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        engine = new MediaEngine(
                MediaSettings.defaults(loopback).withPorts(first, first + 399).withDeadAfter(Duration.ofSeconds(60)));
        Bridge bridge = engine.bridge(this);
        leg = bridge.leg(Side.STAFF);
        leg.hears(Set.of(leg));
        browser = new Browser("a=ice-ufrag:none\na=ice-pwd:none", leg.rtpPort());
    }

    @AfterEach
    void close() {
        browser.close();
        engine.close();
        webRtc.close();
    }

    private BrowserAnswer asks(String offer) throws UnacceptableAnswer {
        BrowserAnswer answer = path.answer(offer, HOSTS, leg.rtpPort(), LAWS);
        leg.secured(path, answer.sound().codec(), answer.sound().dtmfPayload());
        browser.told(answer.sdp());
        return answer;
    }

    private void echoes() throws IOException {
        int echoed = 0;
        for (int i = 0; i < 200 && echoed < 20; i++) {
            byte[] packet = ByteBuffer.allocate(172)
                    .putShort((short) 0x8008)
                    .putShort((short) sequence)
                    .putInt(sequence++ * 160)
                    .putInt(0xB0B)
                    .array();
            Arrays.fill(packet, 12, 172, (byte) 0x2A);
            browser.says(packet);
            byte[] heard = browser.hears();
            assertThat(heard[1] & 0x7F).isEqualTo(8);
            echoed += heard[heard.length - 1] == 0x2A ? 1 : 0;
        }
        assertThat(echoed).isEqualTo(20);
    }

    private void talks() throws Exception {
        asks(browser.offer("sendrecv"));
        assertThat(browser.finds()).isTrue();
        assertThat(browser.shakesHands()).isTrue();
        assertThat(news.poll(60, TimeUnit.SECONDS)).isEqualTo("established");
        echoes();
    }

    @Test
    void everyStreamIsAnsweredAndOneIsTaken() throws Exception {
        BrowserAnswer answer = asks(browser.offer("sendrecv"));
        assertThat(answer.sound()).isEqualTo(new BrowserSound(G711.PCMA, 126, true, true));
        assertThat(answer.sdp())
                .contains("a=ice-lite\r\na=group:BUNDLE a1\r\n")
                .contains("m=audio " + leg.rtpPort() + " UDP/TLS/RTP/SAVPF 8 126\r\n")
                .contains("a=setup:passive\r\n")
                .contains("a=rtpmap:126 telephone-event/8000\r\n")
                .contains("a=mid:a1\r\na=sendrecv\r\n")
                .contains("m=video 0 UDP/TLS/RTP/SAVPF 96 97\r\nc=IN IP4 0.0.0.0\r\na=mid:v1\r\na=inactive\r\n");
    }

    @Test
    void soundGoesThereAndBack() throws Exception {
        talks();
    }

    @Test
    void itHoldsAndComesBackOnTheSamePath() throws Exception {
        talks();
        BrowserAnswer held = asks(browser.offer("sendonly"));
        assertThat(held.sound().hears()).isFalse();
        assertThat(held.sound().speaks()).isTrue();
        assertThat(held.sdp()).contains("a=recvonly\r\n").containsPattern("o=- \\d+ 2 IN");
        assertThat(asks(browser.offer("inactive")).sdp()).contains("a=inactive\r\n");
        assertThat(asks(browser.offer("recvonly")).sdp()).contains("a=sendonly\r\n");
        asks(browser.offer("sendrecv"));
        echoes();
    }

    @Test
    void itBeginsIceAnewAndKeepsItsKeys() throws Exception {
        talks();
        String before = browser.password();
        browser.restarts("anew");
        asks(browser.offer("sendrecv"));
        assertThat(browser.password()).isNotEqualTo(before);
        assertThat(browser.finds()).isTrue();
        echoes();
        byte[] old = browser.check(before, true);
        browser.send(old, old.length);
        echoes();
    }

    @Test
    void weAskWithinTheCallToo() throws Exception {
        talks();
        String offer = path.offer(HOSTS, leg.rtpPort(), LAWS);
        browser.told(offer);
        assertThat(path.answered(browser.answer()).codec()).isEqualTo(G711.PCMU);
        assertThatThrownBy(() -> path.answered(browser.answer().replace("a=ice-ufrag:brws", "a=ice-ufrag:anew")))
                .isInstanceOf(UnacceptableAnswer.class);
    }

    @Test
    void anotherCertificateWithinTheCallIsRefused() throws Exception {
        asks(browser.offer("sendrecv"));
        String other = browser.offer("sendrecv").replaceAll("sha-256 ..", "sha-256 00");
        String same = browser.offer("sendrecv");
        assertThat(other.equals(same) ? same.replaceAll("sha-256 ..", "sha-256 01") : other)
                .satisfies(forged -> assertThatThrownBy(() -> path.answer(forged, HOSTS, leg.rtpPort(), LAWS))
                        .isInstanceOf(UnacceptableAnswer.class));
    }

    @Test
    void whatWeCannotSpeakIsRefused() {
        String good = browser.offer("sendrecv");
        for (String bad : List.of(
                good.replace("111 63 9 8 0 13", "111 63 9 13"),
                good.replace("a=setup:actpass", "a=setup:passive"),
                good.replace("audio 9 UDP/TLS/RTP/SAVPF", "audio 9 RTP/AVP"),
                good.replace("m=audio 9", "m=audio 0"),
                good.replace("a=fingerprint", "a=nothing"),
                good.replace("a=ice-ufrag:brws", "a=ice-ufrag:a b"),
                good.replace("m=audio", "m=text"),
                good + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n".repeat(20),
                "")) {
            assertThatThrownBy(() -> path.answer(bad, HOSTS, leg.rtpPort(), LAWS))
                    .isInstanceOf(UnacceptableAnswer.class);
        }
    }

    @Test
    void anOfferWithoutKeysIsAnsweredWithout() throws Exception {
        BrowserAnswer answer = asks(browser.offer("sendrecv").replace(" 110 126", " 110"));
        assertThat(answer.sound().dtmfPayload()).isEqualTo(-1);
        assertThat(answer.sdp()).contains("SAVPF 8\r\n").doesNotContain("telephone-event");
    }

    @Override
    public void established() {
        news.add("established");
    }

    @Override
    public void failed(String why) {
        news.add("failed " + why);
    }

    @Override
    public void flowing(Leg of) {}

    @Override
    public void silent(Leg of) {}

    @Override
    public void failed(Leg of, Throwable why) {}

    @Override
    public void digit(Leg of, char digit, Duration held) {}

    @Override
    public void played(Leg of, Playlist list) {}
}
