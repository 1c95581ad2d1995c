// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.message;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The parts of a URI that decisions need. A URI of an unknown scheme has an empty host.
 *
 * @param scheme {@code sip}, {@code sips}, {@code tel}, … in lower case
 * @param user the user part, unescaped, or the number of a {@code tel} URI; may be empty
 * @param host as written, IPv6 without brackets; may be empty
 * @param port empty if the URI names none
 */
public record SipUri(String scheme, String user, String host, OptionalInt port) {
    /** Refuses nulls. */
    public SipUri {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(port, "port");
    }
}
