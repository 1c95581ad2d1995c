// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import java.util.Objects;

/**
 * Our registration at a trunk.
 *
 * @param registrar where the REGISTER goes
 * @param domain host of the Request-URI, From and To; usually the registrar's host
 * @param login our name (also the user of From, To and Contact) and password there
 * @param expiresSeconds the wish; the registrar decides
 */
public record RegistrationSettings(Peer registrar, String domain, Login login, int expiresSeconds) {
    /** Checks the time. */
    public RegistrationSettings {
        Objects.requireNonNull(registrar, "registrar");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(login, "login");
        if (expiresSeconds < 1) {
            throw new IllegalArgumentException("expiresSeconds must be > 0 but is " + expiresSeconds);
        }
    }
}
