// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Tags, branches and Call-IDs nobody can guess (RFC 3261, 19.3). */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** 64 random bits as a tag. */
    public static String tag() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A branch with the cookie of RFC 3261. */
    public static String branch() {
        return "z9hG4bK" + tag();
    }

    /** A Call-ID. */
    public static String callId() {
        return tag() + tag();
    }
}
