// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoTest {
    /** RFC 4568, 9.1, its key. */
    private static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";

    private static final Audio PLAIN = new Audio(
            "192.0.2.1", 4000, 4001, List.of(Audio.Codec.PCMA), OptionalInt.empty(), 20, Audio.Direction.SENDRECV);

    private static String offer(String attribute) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 192.0.2.1",
                "s=-",
                "c=IN IP4 192.0.2.1",
                "t=0 0",
                "m=audio 4000 RTP/SAVP 8",
                "a=crypto:" + attribute,
                "");
    }

    @Test
    void aSealedStreamIsReadWithItsKeyAndWrittenAsItWas() throws UnacceptableSdp {
        Audio theirs = OfferAnswer.read(offer("7 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20"));
        assertThat(theirs.crypto()).contains(new Crypto(7, KEY));
        assertThat(theirs.crypto().orElseThrow().keyAndSalt()).hasSize(30);
        String written = OfferAnswer.offer(PLAIN.sealed(new Crypto(7, KEY)));
        assertThat(written).contains("m=audio 4000 RTP/SAVP 8\r\n", "a=rtcp-mux\r\n");
        assertThat(OfferAnswer.read(written).crypto()).contains(new Crypto(7, KEY));
        assertThat(OfferAnswer.answer(
                        offer("7 AES_CM_128_HMAC_SHA1_80 inline:" + KEY), PLAIN.sealed(new Crypto(7, KEY))))
                .contains(
                        "m=audio 4000 RTP/SAVP 8\r\na=rtpmap:8 PCMA/8000\r\na=crypto:7 AES_CM_128_HMAC_SHA1_80 inline:");
    }

    @Test
    void aPlainStreamHasNoKey() throws UnacceptableSdp {
        assertThat(OfferAnswer.read(OfferAnswer.offer(PLAIN)).crypto()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 AES_CM_128_HMAC_SHA1_32 inline:" + KEY,
                "1 AES_CM_128_HMAC_SHA1_80 inline:short",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20|1:4",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " UNENCRYPTED_SRTP",
                "0 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
            })
    void aKeyWeCannotUseIsNone(String attribute) {
        assertThatThrownBy(() -> OfferAnswer.read(offer(attribute))).isInstanceOf(UnacceptableSdp.class);
    }

    @Test
    void aKeyIsNeverShown() {
        assertThat(new Crypto(1, KEY).toString()).doesNotContain(KEY);
        assertThat(PLAIN.sealed(new Crypto(1, KEY)).toString()).doesNotContain(KEY);
    }
}
