// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.util.List;

/**
 * Sounds to play one after the other. Immutable; one list may be played to many legs.
 *
 * @param sounds at least one
 * @param loopLast true to repeat the last sound without end (music, ringback)
 */
public record Playlist(List<Sound> sounds, boolean loopLast) {
    /** Copies the list. */
    public Playlist {
        sounds = List.copyOf(sounds);
        if (sounds.isEmpty()) {
            throw new IllegalArgumentException("a playlist needs a sound");
        }
    }

    /**
     * Plays each sound once.
     *
     * @param sounds at least one
     * @return the list
     */
    public static Playlist of(Sound... sounds) {
        return new Playlist(List.of(sounds), false);
    }

    /**
     * Repeats one sound without end.
     *
     * @param sound music, ringback
     * @return the list
     */
    public static Playlist loop(Sound sound) {
        return new Playlist(List.of(sound), true);
    }
}
