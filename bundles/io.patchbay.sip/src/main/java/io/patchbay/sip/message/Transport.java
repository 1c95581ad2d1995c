// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.message;

import java.util.Locale;
import java.util.Optional;

/** How a SIP message travels. */
public enum Transport {
    /** Datagrams; requests and their answers are repeated. */
    UDP,
    /** A stream. */
    TCP,
    /** A stream in TLS 1.2. */
    TLS;

    /**
     * Whether nothing needs to be repeated.
     *
     * @return true for streams (RFC 3261, 17.1.1.2)
     */
    public boolean reliable() {
        return this != UDP;
    }

    /**
     * The word in Via and in the {@code transport} parameter of a URI.
     *
     * @return in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The transport of that word.
     *
     * @param word in any case; may be null, as a missing parameter is
     * @return empty if it is none of ours
     */
    public static Optional<Transport> of(String word) {
        for (Transport transport : values()) {
            if (transport.name().equalsIgnoreCase(word)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }
}
