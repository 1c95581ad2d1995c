// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.api.address.Address;
import java.time.Instant;

/**
 * An SMS of ours that shall go.
 *
 * @param event stable id of the wish: once sent it is not sent again
 * @param message our message, empty for a confirmation
 * @param interaction its interaction, empty for a confirmation
 * @param to the receiver
 * @param text the words
 * @param at when it was written
 */
public record OutgoingSms(String event, String message, String interaction, Address to, String text, Instant at) {
    /** Hides the content. */
    @Override
    public String toString() {
        return "OutgoingSms[" + event + ", " + text.length() + " characters]";
    }
}
