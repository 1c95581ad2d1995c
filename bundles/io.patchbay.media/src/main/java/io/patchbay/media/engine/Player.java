// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.G711;
import io.patchbay.media.Playlist;
import io.patchbay.media.Sound;
import io.patchbay.media.mix.Speech;
import java.util.Arrays;
import java.util.Optional;

/** Plays one list at a time, frame by frame. */
final class Player {
    private Optional<Playlist> list = Optional.empty();
    private int sound;
    private int sample;

    void play(Playlist next) {
        list = Optional.of(next);
        sound = 0;
        sample = 0;
    }

    void stop() {
        list = Optional.empty();
    }

    boolean isPlaying() {
        return list.isPresent();
    }

    /**
     * Fills a frame; behind the end of the list it is silent.
     *
     * @return the list if it ended within this frame
     */
    Optional<Playlist> fill(byte[] frame, G711 law) {
        Playlist playing = list.orElseThrow();
        int filled = 0;
        while (filled < Speech.FRAME) {
            Sound present = playing.sounds().get(sound);
            int copied = present.copy(law, sample, frame, filled, Speech.FRAME - filled);
            sample += copied;
            filled += copied;
            if (sample == present.samples() && !next(playing)) {
                Arrays.fill(frame, filled, Speech.FRAME, law.silence());
                Optional<Playlist> ended = list;
                stop();
                return ended;
            }
        }
        return Optional.empty();
    }

    private boolean next(Playlist playing) {
        sample = 0;
        boolean last = sound == playing.sounds().size() - 1;
        if (!last) {
            sound++;
        }
        return !last || playing.loopLast();
    }
}
