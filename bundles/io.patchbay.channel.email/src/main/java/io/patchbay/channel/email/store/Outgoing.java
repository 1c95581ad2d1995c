// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.store;

/**
 * A mail of ours.
 *
 * @param id what asked for it: an event of the journal, or the mail that is acknowledged
 * @param mailId its Message-ID without angle brackets
 * @param message the message of the conversation; empty for an automatic reply
 * @param interaction its contact; empty for an automatic reply
 * @param state how it is
 * @param reason why it failed
 */
public record Outgoing(String id, String mailId, String message, String interaction, State state, String reason) {
    /** How a mail of ours is. */
    public enum State {
        /** Handed to the server perhaps: its answer is not known. */
        SENDING,
        /** The server took it. */
        SENT,
        /** It will not arrive. */
        FAILED
    }

    public boolean isAutomatic() {
        return message.isEmpty();
    }
}
