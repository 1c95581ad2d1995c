// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCall.SoundQuality;
import io.patchbay.media.Leg;
import io.patchbay.media.LegQuality;
import java.util.Optional;

/** How a leg sounds, in the words of the api. */
final class Quality {
    private Quality() {}

    static Optional<SoundQuality> of(Leg leg, String codec) {
        LegQuality now = leg.quality();
        if (now.received() == 0) {
            return Optional.empty();
        }
        long expected = now.received() + now.lost();
        return Optional.of(new SoundQuality(
                codec,
                now.received(),
                (int) (1_000 * now.lost() / expected),
                (int) Math.round(now.jitterMillis()),
                now.roundTripMillis() < 0 ? Optional.empty() : Optional.of((int) Math.round(now.roundTripMillis())),
                now.mos()));
    }
}
