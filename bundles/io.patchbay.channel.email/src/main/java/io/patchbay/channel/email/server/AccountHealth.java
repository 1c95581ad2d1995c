// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.server;

import io.patchbay.spi.channel.ChannelAccount.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How an account is: reading, sending, and what is kept waiting. Safe for any thread. */
public final class AccountHealth {
    private Side reading = new Side(State.CONNECTING, "");
    private Side sending = new Side(State.CONNECTING, "");
    private String alarm = "";
    private String waiting = "";

    private record Side(State state, String reason) {}

    /** How reading is, and why. */
    public synchronized void reading(State state, String reason) {
        reading = new Side(state, reason);
    }

    /** How sending is, and why. */
    public synchronized void sending(State state, String reason) {
        sending = new Side(state, reason);
    }

    /** A mail that could not be taken; empty if there is none. */
    public synchronized void alarm(String text) {
        alarm = text;
    }

    /** Why an answer has not gone out yet; empty if none waits. */
    public synchronized void waiting(String text) {
        waiting = text;
    }

    /** The worse of both. */
    public synchronized State state() {
        return Stream.of(State.REFUSED, State.DOWN, State.CONNECTING)
                .filter(one -> reading.state() == one || sending.state() == one)
                .findFirst()
                .orElse(State.UP);
    }

    /** All that is wrong, in a sentence. */
    public synchronized String reason() {
        List<String> parts = new ArrayList<>();
        add(parts, "IMAP: ", reading.reason());
        add(parts, "SMTP: ", sending.reason());
        add(parts, "", alarm);
        add(parts, "", waiting);
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String what, String text) {
        if (!text.isEmpty()) {
            parts.add(what + text);
        }
    }
}
