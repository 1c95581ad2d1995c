// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.media.G711;
import java.util.Objects;

/**
 * What a browser agreed to.
 *
 * @param codec the law in both directions
 * @param dtmfPayload payload type of {@code telephone-event/8000}, 96 to 127; -1 if it has none
 * @param hears whether it wants to hear us
 * @param speaks whether it will say something; a browser on hold does neither
 */
public record BrowserSound(G711 codec, int dtmfPayload, boolean hears, boolean speaks) {
    /** Refuses null. */
    public BrowserSound {
        Objects.requireNonNull(codec, "codec");
    }
}
