// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.Leg;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.sdp.Audio;
import io.patchbay.sip.sdp.OfferAnswer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.util.Optional;

/** The other side moves its sound within a call: new address, hold, resume (RFC 3264, 8). */
final class Reoffer {
    private Reoffer() {}

    /** Our answer; empty if it cannot be. */
    static Optional<String> answer(String sdp, Sdp ours, Peer peer, Leg sound) {
        if (sdp.isEmpty()) {
            return Optional.of(ours.offer(peer, sound.rtpPort()));
        }
        try {
            Audio theirs = OfferAnswer.read(sdp);
            String answer = ours.answer(sdp, theirs, peer, sound.rtpPort());
            boolean held = theirs.port() == 0 || theirs.address().equals("0.0.0.0");
            if (!held) {
                sound.remote(ours.remote(theirs, peer));
            }
            boolean toThem = !held
                    && (theirs.direction() == Audio.Direction.SENDRECV
                            || theirs.direction() == Audio.Direction.RECVONLY);
            boolean toUs = !held
                    && (theirs.direction() == Audio.Direction.SENDRECV
                            || theirs.direction() == Audio.Direction.SENDONLY);
            sound.direction(toThem, toUs);
            return Optional.of(answer);
        } catch (UnacceptableSdp e) {
            return Optional.empty();
        }
    }
}
