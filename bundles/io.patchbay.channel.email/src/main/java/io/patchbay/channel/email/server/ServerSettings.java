// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.server;

import java.util.Locale;

/**
 * How a mail server is reached.
 *
 * @param host its name
 * @param port its port
 * @param tls how the connection is protected
 * @param user whom we are; empty to send without signing in
 * @param password the password
 * @param trust a PEM file with the certificates to trust; empty for the usual authorities
 */
public record ServerSettings(String host, int port, Tls tls, String user, String password, String trust) {
    /** How a connection is protected. */
    public enum Tls {
        /** Not at all. */
        NONE,
        /** From the start-up of the conversation; a server that does not offer it is not talked to. */
        STARTTLS,
        /** From the first byte. */
        TLS;

        public static Tls parse(String text) {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        }
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
