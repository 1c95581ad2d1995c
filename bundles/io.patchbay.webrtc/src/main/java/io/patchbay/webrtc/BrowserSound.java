// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.media.G711;
import java.util.Objects;

/**
 * What a browser agreed to.
 *
 * @param codec the law in both directions
 * @param dtmfPayload payload type of {@code telephone-event/8000}, 96 to 127; -1 if it has none
 */
public record BrowserSound(G711 codec, int dtmfPayload) {
    /** Refuses null. */
    public BrowserSound {
        Objects.requireNonNull(codec, "codec");
    }
}
