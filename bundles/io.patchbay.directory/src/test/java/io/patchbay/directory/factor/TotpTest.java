// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TotpTest {
    private final Totp totp = new Totp();
    private final String secret = Base32.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B: eight digits there, the last six of them here. */
    @Test
    void theTestVectorsOfTheRfcAreRight() {
        Map<Long, String> vectors = Map.of(
                59L,
                "287082",
                1111111109L,
                "081804",
                1111111111L,
                "050471",
                1234567890L,
                "005924",
                2000000000L,
                "279037");
        vectors.forEach((seconds, code) -> assertThat(totp.step(secret, code, Instant.ofEpochSecond(seconds), 0))
                .hasValue(seconds / 30));
    }

    @Test
    void oneStepToEitherSideIsForgivenAndNoMore() {
        for (long off = -2; off <= 2; off++) {
            Instant then = Instant.ofEpochSecond(1111111111L + 30 * off);
            assertThat(totp.step(secret, "050471", then, 0).isPresent()).isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void aStepIsUsedOnce() {
        Instant now = Instant.ofEpochSecond(1111111111L);
        assertThat(totp.step(secret, "050471", now, 1111111111L / 30)).isEmpty();
    }

    @Test
    void secretsSurviveBase32() {
        for (int i = 0; i < 50; i++) {
            String fresh = totp.secret();
            assertThat(fresh).hasSize(32);
            assertThat(Base32.of(Base32.bytes(fresh))).isEqualTo(fresh);
        }
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }

    @Test
    void theAddressNamesIssuerAndAccount() {
        assertThat(Totp.uri("海川 Bank", "alice", "ABC"))
                .isEqualTo("otpauth://totp/%E6%B5%B7%E5%B7%9D%20Bank:alice?secret=ABC"
                        + "&issuer=%E6%B5%B7%E5%B7%9D%20Bank&algorithm=SHA1&digits=6&period=30");
    }
}
