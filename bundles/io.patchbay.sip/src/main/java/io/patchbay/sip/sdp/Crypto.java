// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key with which one side seals what it sends, told in the session description (SDES, RFC 4568):
 * {@code AES_CM_128_HMAC_SHA1_80}, without an MKI.
 *
 * @param tag of the offer's attribute, kept by the answer; 1 to 999999999
 * @param inline master key and salt, 30 bytes in base64; {@link #toString()} hides it
 */
public record Crypto(int tag, String inline) {
    private static final int BYTES = 30;
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(\\d{1,9})\\s+AES_CM_128_HMAC_SHA1_80\\s+inline:([A-Za-z0-9+/]{40})(?:\\|(?:2\\^)?\\d{1,15})?");

    /** Refuses what is no key. */
    public Crypto {
        if (tag < 1 || tag > 999_999_999 || Base64.getDecoder().decode(inline).length != BYTES) {
            throw new IllegalArgumentException("a tag and a key of 30 bytes are wanted");
        }
    }

    /**
     * One of ours.
     *
     * @param tag of the attribute
     * @param keyAndSalt 30 random bytes
     * @return the attribute
     */
    public static Crypto of(int tag, byte[] keyAndSalt) {
        return new Crypto(tag, Base64.getEncoder().encodeToString(keyAndSalt));
    }

    /**
     * The key.
     *
     * @return master key and salt, 30 bytes
     */
    public byte[] keyAndSalt() {
        return Base64.getDecoder().decode(inline);
    }

    /** The first of the attributes that we can use. */
    static Optional<Crypto> first(List<String> attributes) {
        return attributes.stream()
                .map(text -> ATTRIBUTE.matcher(text.strip()))
                .filter(Matcher::matches)
                .filter(found -> !found.group(1).startsWith("0"))
                .map(found -> new Crypto(Integer.parseInt(found.group(1)), found.group(2)))
                .findFirst();
    }

    /** The attribute's value. */
    String attribute() {
        return tag + " AES_CM_128_HMAC_SHA1_80 inline:" + inline;
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "Crypto[" + tag + "]";
    }
}
