// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import java.util.Objects;

/**
 * Our answer to a browser's offer.
 *
 * @param sdp for the browser (RFC 8829)
 * @param sound for the leg ({@code Leg.secured})
 */
public record BrowserAnswer(String sdp, BrowserSound sound) {
    /** Refuses nulls. */
    public BrowserAnswer {
        Objects.requireNonNull(sdp, "sdp");
        Objects.requireNonNull(sound, "sound");
    }
}
