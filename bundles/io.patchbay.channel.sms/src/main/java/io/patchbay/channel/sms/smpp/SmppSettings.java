// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import java.time.Duration;

/**
 * How one SMSC is reached.
 *
 * @param name the account's name, for threads and words
 * @param host its host
 * @param port its SMPP port
 * @param security in clear, or TLS
 * @param login what it knows us by
 * @param window submit_sm without an answer at a time, at least 1
 * @param timing how long we wait for what
 */
public record SmppSettings(
        String name, String host, int port, Security security, Login login, int window, Timing timing) {

    /** What the SMSC knows us by. */
    public record Login(String systemId, String password) {
        /** Hides the password. */
        @Override
        public String toString() {
            return "Login[" + systemId + "]";
        }
    }

    /**
     * Whether the line is encrypted.
     *
     * @param tls true for TLS
     * @param trust a PEM file with the certificates trusted; empty for Java's own
     */
    public record Security(boolean tls, String trust) {}

    /**
     * How long we wait.
     *
     * @param enquire silence after which we ask whether the SMSC is there
     * @param answer how long an answer may take; after that the connection counts as lost
     * @param firstPause pause before the first new try, doubled each time
     * @param longestPause the longest pause
     */
    public record Timing(Duration enquire, Duration answer, Duration firstPause, Duration longestPause) {
        /** What a real SMSC gets. */
        public static Timing usual(int enquireLinkSeconds) {
            return new Timing(
                    Duration.ofSeconds(enquireLinkSeconds),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(15));
        }

        /** The pause before a try, counted from 1. */
        Duration pause(int tries) {
            Duration pause = firstPause.multipliedBy(1L << Math.min(20, Math.max(0, tries - 1)));
            return pause.compareTo(longestPause) > 0 ? longestPause : pause;
        }
    }
}
