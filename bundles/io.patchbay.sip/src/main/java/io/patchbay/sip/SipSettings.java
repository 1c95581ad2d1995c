// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where and how the node listens.
 *
 * @param bind address to listen on; {@code 0.0.0.0} for all
 * @param port UDP and TCP
 * @param advertise address or name that others reach us by: in Via, Contact and as From's host; never {@code 0.0.0.0}
 * @param tls empty: no TLS
 * @param limits bounds for everyone
 * @param trusted addresses (as digits) that {@link SipLimits#requestsPerSecond} does not bind, such as trunks; asked on
 *     a receiving thread
 */
public record SipSettings(
        String bind, int port, String advertise, Optional<Tls> tls, SipLimits limits, Predicate<String> trusted) {

    /**
     * SIP over TLS.
     *
     * @param port usually 5061
     * @param keyStore PKCS#12
     * @param password of the store and its key; {@link #toString()} hides it
     */
    public record Tls(int port, Path keyStore, String password) {
        @Override
        public String toString() {
            return "Tls[" + port + ", " + keyStore + "]";
        }
    }

    /** Refuses an address that nobody can reach. */
    public SipSettings {
        Objects.requireNonNull(bind, "bind");
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(trusted, "trusted");
        if (advertise.isBlank() || advertise.equals("0.0.0.0") || advertise.equals("::")) {
            throw new IllegalArgumentException(
                    "advertise must be an address that others reach, but is '" + advertise + "'");
        }
    }

    /**
     * Plain SIP with the usual limits.
     *
     * @param address to listen on and to advertise
     * @param port UDP and TCP
     * @return the settings
     */
    public static SipSettings on(String address, int port) {
        return new SipSettings(address, port, address, Optional.empty(), SipLimits.usual(), source -> false);
    }
}
