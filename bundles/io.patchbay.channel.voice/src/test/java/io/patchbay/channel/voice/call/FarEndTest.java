// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.channel.voice.door.Net;
import io.patchbay.media.Agreed;
import io.patchbay.media.G711;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.sdp.Audio;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.util.List;
import org.junit.jupiter.api.Test;

class FarEndTest {
    private static final String PHONE = "192.0.2.44";
    private static final String OUTSIDE = "198.51.100.4";

    private final KeptLeg sound = new KeptLeg();
    private final Sdp sdp = new Sdp(
            new Sdp.Ours(List.of(Audio.Codec.PCMA, Audio.Codec.PCMU), OUTSIDE, "10.0.0.4", Net.list("10.0.0.0/8")));
    private final FarEnd phone = end(PHONE, false);

    private FarEnd end(String host, boolean carrier) {
        return new FarEnd(sdp, new Peer(host, 5060, Transport.UDP), carrier, sound);
    }

    private static String says(String host, int port, String formats, String direction) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 " + host,
                "s=-",
                "c=IN IP4 " + host,
                "t=0 0",
                "m=audio " + port + " RTP/AVP " + formats,
                "a=rtpmap:101 telephone-event/8000",
                "a=" + direction,
                "");
    }

    @Test
    void anOfferIsAnsweredWithTheirFirstCodecThatWeSpeak() throws UnacceptableSdp {
        String answer = phone.answer(says(PHONE, 4000, "18 0 8 101", "sendrecv"));
        assertThat(answer).contains("m=audio 20000 RTP/AVP 0 101\r\n", "c=IN IP4 " + OUTSIDE, "a=sendrecv");
        assertThat(phone.codec()).isEqualTo("PCMU");
        assertThat(sound.remotes).singleElement().satisfies(remote -> {
            assertThat(remote.rtp().getPort()).isEqualTo(4000);
            assertThat(remote.rtcp().getPort()).isEqualTo(4001);
            assertThat(remote.codec()).isEqualTo(G711.PCMU);
            assertThat(remote.dtmfPayload()).isEqualTo(101);
            assertThat(remote.from()).isEqualTo(Agreed.EXACT);
        });
        assertThat(sound.direction).isEqualTo("sendsreceives");
    }

    @Test
    void ourOfferNamesBothCodecsAndTheAddressTheOtherReaches() {
        assertThat(phone.offer()).contains("RTP/AVP 8 0 101", "c=IN IP4 " + OUTSIDE);
        assertThat(end("10.9.9.9", false).offer()).contains("c=IN IP4 10.0.0.4");
    }

    @Test
    void aChangedConfigurationCountsFromTheNextOffer() {
        sdp.change(new Sdp.Ours(List.of(Audio.Codec.PCMU), "203.0.113.4", "10.0.0.4", List.of()));
        assertThat(phone.offer()).contains("RTP/AVP 0 101", "c=IN IP4 203.0.113.4");
    }

    @Test
    void nothingInCommonIsUnacceptable() {
        assertThatThrownBy(() -> phone.answer(says(PHONE, 4000, "18", "sendrecv")))
                .isInstanceOf(UnacceptableSdp.class);
        sdp.change(new Sdp.Ours(List.of(Audio.Codec.PCMU), OUTSIDE, OUTSIDE, List.of()));
        assertThatThrownBy(() -> phone.answer(says(PHONE, 4000, "8", "sendrecv")))
                .isInstanceOf(UnacceptableSdp.class);
        assertThat(phone.moves(says(PHONE, 4000, "8", "sendrecv"))).isEmpty();
        assertThat(sound.remotes).isEmpty();
    }

    @Test
    void aPhoneBehindNatIsHeardFromTheHostItWritesFrom() throws UnacceptableSdp {
        phone.answer(says("10.0.0.17", 4000, "8", "sendrecv"));
        assertThat(sound.remotes).singleElement().satisfies(remote -> {
            assertThat(remote.rtp().getAddress().getHostAddress()).isEqualTo(PHONE);
            assertThat(remote.from()).isEqualTo(Agreed.HOST);
        });
    }

    @Test
    void aCarrierIsBelievedExactlyAndMustNameAnAddress() throws UnacceptableSdp {
        FarEnd carrier = end("192.0.2.7", true);
        carrier.answer(says("192.0.2.99", 4000, "8", "sendrecv"));
        assertThat(sound.remotes).singleElement().satisfies(remote -> {
            assertThat(remote.rtp().getAddress().getHostAddress()).isEqualTo("192.0.2.99");
            assertThat(remote.from()).isEqualTo(Agreed.EXACT);
        });
        assertThatThrownBy(() -> carrier.answer(says("media.carrier.example", 4000, "8", "sendrecv")))
                .isInstanceOf(UnacceptableSdp.class);
    }

    @Test
    void holdStopsWhatTheyDoNotHearAndResumeGoesOnWithoutANewAgreement() {
        String talk = says(PHONE, 4000, "8", "sendrecv");
        assertThat(phone.moves(talk)).isPresent();
        assertThat(phone.moves(says(PHONE, 4000, "8", "sendonly")))
                .hasValueSatisfying(answer -> assertThat(answer).contains("a=recvonly"));
        assertThat(sound.direction).isEqualTo("receives");
        assertThat(phone.moves(says(PHONE, 4000, "8", "inactive")))
                .hasValueSatisfying(answer -> assertThat(answer).contains("a=inactive"));
        assertThat(sound.direction).isEmpty();
        assertThat(phone.moves(says("0.0.0.0", 4000, "8", "sendrecv"))).isPresent();
        assertThat(sound.direction).isEmpty();
        assertThat(phone.moves(talk)).isPresent();
        assertThat(sound.direction).isEqualTo("sendsreceives");
        assertThat(sound.remotes).hasSize(1);
    }

    @Test
    void aMoveIsFollowedAndTheSameOfferAgainIsNot() {
        phone.moves(says(PHONE, 4000, "8", "sendrecv"));
        phone.moves(says(PHONE, 4000, "8", "sendrecv"));
        assertThat(sound.remotes).hasSize(1);
        phone.moves(says(PHONE, 4002, "8", "sendrecv"));
        assertThat(sound.remotes).hasSize(2);
    }

    @Test
    void askedWithoutAnOfferWeOfferAndTakeTheAnswerOfTheAck() throws UnacceptableSdp {
        phone.answer(says(PHONE, 4000, "8", "sendrecv"));
        assertThat(phone.moves(""))
                .hasValueSatisfying(offer -> assertThat(offer).contains("RTP/AVP 8 0 101"));
        phone.acknowledged(says(PHONE, 4002, "0", "sendrecv"));
        assertThat(sound.remotes).hasSize(2);
        assertThat(phone.codec()).isEqualTo("PCMU");
    }

    @Test
    void anAckWithoutAnOfferOfOursChangesNothing() throws UnacceptableSdp {
        phone.answer(says(PHONE, 4000, "8", "sendrecv"));
        phone.acknowledged("");
        phone.acknowledged(says(PHONE, 4002, "0", "sendrecv"));
        assertThat(sound.remotes).hasSize(1);
    }
}
