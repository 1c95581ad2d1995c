// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Answers challenges with a {@link Login}. */
public final class ClientDigest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientDigest() {}

    /**
     * The answer to a challenge.
     *
     * @param login ours
     * @param host where the request was sent
     * @param challenges values of WWW-Authenticate or Proxy-Authenticate, in order; the first that we can answer is
     *     (RFC 8760, 2.4)
     * @param method of the request
     * @param uri its Request-URI
     * @return value of Authorization or Proxy-Authorization; empty if the challenge is of another host or realm, or of
     *     a kind we do not know
     */
    public static Optional<String> answer(
            Login login, String host, List<String> challenges, String method, String uri) {
        if (!login.host().equalsIgnoreCase(host)) {
            return Optional.empty();
        }
        return challenges.stream()
                .flatMap(header -> DigestParameters.read(header).stream())
                .filter(asked -> login.realm().isEmpty() || login.realm().get().equals(asked.get("realm")))
                .filter(asked -> qop(asked).isPresent() && algorithm(asked).isPresent())
                .findFirst()
                .map(asked -> answer(login, asked, method, uri));
    }

    private static Optional<DigestAlgorithm> algorithm(DigestParameters asked) {
        return DigestAlgorithm.of(asked.get("algorithm").isEmpty() ? "MD5" : asked.get("algorithm"));
    }

    private static Optional<String> qop(DigestParameters asked) {
        if (asked.get("qop").isEmpty()) {
            return Optional.of("");
        }
        return List.of(asked.get("qop").split("\\s*,\\s*")).contains("auth") ? Optional.of("auth") : Optional.empty();
    }

    private static String answer(Login login, DigestParameters asked, String method, String uri) {
        DigestAlgorithm algorithm = algorithm(asked).orElseThrow();
        String qop = qop(asked).orElseThrow();
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        String clientNonce = HexFormat.of().formatHex(random);
        DigestAnswer answer = new DigestAnswer(
                login.user(), asked.get("realm"), asked.get("nonce"), uri, "", "", qop, "00000001", clientNonce);
        Ha1 ha1 = Ha1.of(login.user(), asked.get("realm"), login.password(), algorithm);
        StringBuilder header = new StringBuilder("Digest username=" + quoted(login.user()));
        header.append(", realm=")
                .append(quoted(answer.realm()))
                .append(", nonce=")
                .append(quoted(answer.nonce()));
        header.append(", uri=").append(quoted(uri)).append(", algorithm=").append(algorithm.word());
        header.append(", response=").append(quoted(Proof.of(ha1, method, answer, algorithm)));
        if (!qop.isEmpty()) {
            header.append(", qop=auth, nc=00000001, cnonce=").append(quoted(clientNonce));
        }
        if (!asked.get("opaque").isEmpty()) {
            header.append(", opaque=").append(quoted(asked.get("opaque")));
        }
        return header.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
