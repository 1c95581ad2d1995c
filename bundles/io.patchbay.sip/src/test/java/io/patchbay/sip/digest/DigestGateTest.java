// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestGateTest {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final DigestGate gate = new DigestGate(
            "patchbay",
            (user, realm, algorithm) ->
                    user.equals("1001") ? Optional.of(Ha1.of(user, realm, "secret", algorithm)) : Optional.empty(),
            () -> now);

    @Test
    void theExampleOfTheRfcComesOutRight() {
        DigestAnswer answer = new DigestAnswer(
                "Mufasa",
                "http-auth@example.org",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "/dir/index.html",
                "",
                "",
                "auth",
                "00000001",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
        Ha1 md5 = Ha1.of("Mufasa", "http-auth@example.org", "Circle of Life", DigestAlgorithm.MD5);
        Ha1 sha = Ha1.of("Mufasa", "http-auth@example.org", "Circle of Life", DigestAlgorithm.SHA_256);
        assertThat(Proof.of(md5, "GET", answer, DigestAlgorithm.MD5)).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
        assertThat(Proof.of(sha, "GET", answer, DigestAlgorithm.SHA_256))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    @Test
    void theRightPasswordIsKnownInEitherAlgorithm() {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            assertThat(sign("1001", "secret", ask(algorithm), algorithm))
                    .isEqualTo(new DigestGate.Outcome.Known("1001"));
        }
    }

    @Test
    void aNonceCountIsTakenOnce() {
        DigestChallenge challenge = ask(DigestAlgorithm.MD5);
        sign("1001", "secret", challenge, DigestAlgorithm.MD5);
        DigestGate.Outcome.Ask again = (DigestGate.Outcome.Ask) sign("1001", "secret", challenge, DigestAlgorithm.MD5);
        assertThat(again.challenge().stale()).isTrue();
        assertThat(again.wrong()).isFalse();
    }

    @Test
    void anOldNonceIsStaleAndAForeignOneToo() {
        DigestChallenge challenge = ask(DigestAlgorithm.MD5);
        now = now.plus(Duration.ofMinutes(6));
        DigestGate.Outcome.Ask old = (DigestGate.Outcome.Ask) sign("1001", "secret", challenge, DigestAlgorithm.MD5);
        assertThat(old.challenge().stale()).isTrue();
        DigestChallenge foreign = new DigestChallenge("patchbay", DigestAlgorithm.MD5, "bm9uY2U", false);
        DigestGate.Outcome.Ask other = (DigestGate.Outcome.Ask) sign("1001", "secret", foreign, DigestAlgorithm.MD5);
        assertThat(other.challenge().stale()).isTrue();
    }

    @Test
    void anUnknownUserLooksLikeAWrongPassword() {
        DigestGate.Outcome.Ask wrong =
                (DigestGate.Outcome.Ask) sign("1001", "guess", ask(DigestAlgorithm.MD5), DigestAlgorithm.MD5);
        DigestGate.Outcome.Ask unknown =
                (DigestGate.Outcome.Ask) sign("nobody", "guess", ask(DigestAlgorithm.MD5), DigestAlgorithm.MD5);
        assertThat(wrong.wrong()).isTrue();
        assertThat(unknown.wrong()).isTrue();
        assertThat(unknown.challenge().stale())
                .isEqualTo(wrong.challenge().stale())
                .isFalse();
    }

    @Test
    void theOtherAlgorithmThanAskedForIsNotTaken() {
        DigestChallenge challenge = ask(DigestAlgorithm.SHA_256);
        String header = ClientDigest.answer(
                        new Login("1001", "secret", "h", Optional.empty()),
                        "h",
                        List.of(challenge.header().replace("SHA-256", "MD5")),
                        "REGISTER",
                        "sip:h")
                .orElseThrow();
        assertThat(gate.check("REGISTER", DigestAnswer.read(header), DigestAlgorithm.SHA_256))
                .isInstanceOf(DigestGate.Outcome.Ask.class);
    }

    @Test
    void anotherHostThanTheTrunksGetsNoProof() {
        Login login = new Login("trunk", "secret", "trunk.example", Optional.empty());
        List<String> challenges = List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
        assertThat(ClientDigest.answer(login, "192.0.2.1", challenges, "INVITE", "sip:x"))
                .isEmpty();
        assertThat(ClientDigest.answer(login, "trunk.example", challenges, "INVITE", "sip:x"))
                .isPresent();
    }

    @Test
    void whatCannotBeReadIsNoAnswer() {
        assertThat(DigestAnswer.read("Basic YTpi")).isEmpty();
        assertThat(DigestAnswer.read("Digest username=\"a\", username=\"b\"")).isEmpty();
        assertThat(DigestAnswer.read("Digest username=\"a")).isEmpty();
        assertThat(DigestAnswer.read("Digest username=\"" + "\\a".repeat(30_000) + "\""))
                .isEmpty();
        assertThat(DigestAnswer.read("Digest username=\"a\\\"b\" ,nc=1"))
                .map(DigestAnswer::user)
                .contains("a\"b");
    }

    private DigestChallenge ask(DigestAlgorithm algorithm) {
        return ((DigestGate.Outcome.Ask) gate.check("REGISTER", Optional.empty(), algorithm)).challenge();
    }

    private DigestGate.Outcome sign(
            String user, String password, DigestChallenge challenge, DigestAlgorithm algorithm) {
        Login login = new Login(user, password, "h", Optional.of("patchbay"));
        String header = ClientDigest.answer(login, "h", List.of(challenge.header()), "REGISTER", "sip:h")
                .orElseThrow();
        return gate.check("REGISTER", DigestAnswer.read(header), algorithm);
    }
}
