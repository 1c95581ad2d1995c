// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.message;

import java.util.Objects;

/**
 * Who is named in From, To or P-Asserted-Identity.
 *
 * @param display the displayed name, unquoted; may be empty
 * @param user user part or number; may be empty
 * @param host host part; may be empty
 */
public record SipParty(String display, String user, String host) {
    /** Refuses nulls. */
    public SipParty {
        Objects.requireNonNull(display, "display");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(host, "host");
    }

    /**
     * A party without a displayed name.
     *
     * @param user user part or number
     * @param host host part
     * @return the party
     */
    public static SipParty of(String user, String host) {
        return new SipParty("", user, host);
    }
}
