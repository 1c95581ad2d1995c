// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.util.Objects;
import java.util.Optional;

/**
 * The Authorization header of a request, as sent. Hostile input: nothing in it is checked yet.
 *
 * @param user username
 * @param realm realm
 * @param nonce nonce
 * @param uri digest-uri
 * @param response the proof
 * @param algorithm as written, {@code MD5} if missing
 * @param qop quality of protection; empty if missing
 * @param nonceCount nc, eight hexadecimal digits; empty if missing
 * @param clientNonce cnonce; empty if missing
 */
public record DigestAnswer(
        String user,
        String realm,
        String nonce,
        String uri,
        String response,
        String algorithm,
        String qop,
        String nonceCount,
        String clientNonce) {
    /** Refuses nulls. */
    public DigestAnswer {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(realm, "realm");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(qop, "qop");
        Objects.requireNonNull(nonceCount, "nonceCount");
        Objects.requireNonNull(clientNonce, "clientNonce");
    }

    /**
     * Reads a header.
     *
     * @param header value of Authorization or Proxy-Authorization
     * @return empty if it is another scheme or cannot be read
     */
    public static Optional<DigestAnswer> read(String header) {
        return DigestParameters.read(header)
                .map(said -> new DigestAnswer(
                        said.get("username"),
                        said.get("realm"),
                        said.get("nonce"),
                        said.get("uri"),
                        said.get("response"),
                        said.get("algorithm").isEmpty() ? "MD5" : said.get("algorithm"),
                        said.get("qop"),
                        said.get("nc"),
                        said.get("cnonce")));
    }
}
