// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OfferAnswerTest {
    private static final String HEAD = "v=0\r\no=a 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";

    private static final Audio OURS = new Audio(
            "198.51.100.7", 20000, 20001, List.of(Audio.Codec.PCMA), OptionalInt.of(96), 20, Audio.Direction.SENDRECV);

    @Test
    void anOfferIsRead() throws UnacceptableSdp {
        Audio audio = OfferAnswer.read(
                HEAD
                        + "m=audio 4000 RTP/AVP 18 8 0 96\r\na=rtpmap:96 telephone-event/8000\r\na=ptime:30\r\na=rtcp:4007\r\na=sendonly\r\n");
        assertThat(audio)
                .isEqualTo(new Audio(
                        "192.0.2.1",
                        4000,
                        4007,
                        List.of(Audio.Codec.PCMA, Audio.Codec.PCMU),
                        OptionalInt.of(96),
                        30,
                        Audio.Direction.SENDONLY));
    }

    @Test
    void whatTheStreamSaysGoesBeforeWhatTheSessionSays() throws UnacceptableSdp {
        Audio audio = OfferAnswer.read(
                HEAD + "a=inactive\r\nm=audio 4000 RTP/AVP 0\r\nc=IN IP4 203.0.113.9\r\na=recvonly\r\n");
        assertThat(audio.address()).isEqualTo("203.0.113.9");
        assertThat(audio.direction()).isEqualTo(Audio.Direction.RECVONLY);
        assertThat(audio.direction().mirrored()).isEqualTo(Audio.Direction.SENDONLY);
    }

    @Test
    void theAddressOfAllZerosIsHold() throws UnacceptableSdp {
        String offer = HEAD.replace("c=IN IP4 192.0.2.1", "c=IN IP4 0.0.0.0") + "m=audio 4000 RTP/AVP 0\r\n";
        assertThat(OfferAnswer.read(offer).direction()).isEqualTo(Audio.Direction.SENDONLY);
    }

    @Test
    void whatIsWrittenCanBeRead() throws UnacceptableSdp {
        assertThat(OfferAnswer.read(OfferAnswer.offer(OURS))).isEqualTo(OURS);
    }

    @Test
    void theAnswerHasALineForEveryStreamAndTakesOne() throws UnacceptableSdp {
        String offer = HEAD + "m=audio 4000 RTP/AVP 18\r\nm=video 4002 RTP/AVP 31 32\r\nm=audio 4004 RTP/AVP 8 96\r\n";
        assertThat(OfferAnswer.answer(offer, OURS).lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=audio 0 RTP/AVP 18", "m=video 0 RTP/AVP 31", "m=audio 20000 RTP/AVP 8 96");
    }

    @Test
    void anOfferWithoutOurCodecsIsRefusedInOurOwnWords() {
        assertThatThrownBy(() -> OfferAnswer.read(HEAD + "m=audio 4000 RTP/AVP 18\r\n"))
                .isInstanceOf(UnacceptableSdp.class)
                .hasMessage("no audio stream with PCMU or PCMA");
    }

    @Test
    void brokenDescriptionsAreRefusedAndNothingElse() {
        String good = HEAD + "m=audio 4000 RTP/AVP 8 0 96\r\na=rtpmap:96 telephone-event/8000\r\na=ptime:20\r\n";
        Random random = new Random(8866);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            }
            try {
                assertThat(OfferAnswer.read(text.toString()).codecs()).isNotEmpty();
            } catch (UnacceptableSdp e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
