// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.prompt;

import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.media.Playlist;
import io.patchbay.media.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said to one caller, in his language. */
public final class Phrases {
    private static final int HIGHEST_COUNT = 20;

    private final PromptBook book;
    private final String language;

    public Phrases(PromptBook book, String language) {
        this.book = book;
        this.language = language;
    }

    /** The greeting of that name; empty if there is none. */
    public Optional<Playlist> greeting(String name) {
        return name.isEmpty() ? Optional.empty() : book.sound(language, name).map(Playlist::of);
    }

    /** That the call is recorded. */
    public Optional<Playlist> notice() {
        return book.sound(language, "recording-notice").map(Playlist::of);
    }

    /** What a waiting caller hears. */
    public Playlist music() {
        return Playlist.loop(book.sound("any", "music")
                .orElseThrow(() -> new IllegalStateException("the bundle has no prompts/any/music.wav")));
    }

    /** His place in the queue, then music again. */
    public Playlist position(int position, Optional<WaitEstimate> wait, boolean callback) {
        List<Sound> sounds = new ArrayList<>();
        if (position == 1) {
            add(sounds, "you-are-next");
        } else if (position <= HIGHEST_COUNT) {
            add(sounds, "you-are-number");
            add(sounds, "count-" + position);
            add(sounds, "in-line");
        } else {
            add(sounds, "many-before-you");
        }
        wait.ifPresent(told -> wait(sounds, told));
        if (callback) {
            add(sounds, "callback-offer");
        }
        sounds.addAll(music().sounds());
        return new Playlist(sounds, true);
    }

    /** In whole minutes, as far as one counts aloud; what is longer is told as more than that. */
    private void wait(List<Sound> sounds, WaitEstimate told) {
        int least = Math.max(1, minutes(told.lowSeconds()));
        int most = Math.max(least, minutes(told.highSeconds()));
        if (told.atLeast() || most > HIGHEST_COUNT) {
            add(sounds, "wait-more-than");
            add(sounds, "minutes-" + Math.min(HIGHEST_COUNT, least));
        } else {
            add(sounds, "wait-about");
            if (most > least) {
                add(sounds, "minutes-from-" + least);
            }
            add(sounds, "minutes-" + most);
        }
    }

    private static int minutes(int seconds) {
        return (seconds + 59) / 60;
    }

    /** That he may be called back, then music again. */
    public Playlist callbackOffer() {
        return thenMusic("callback-offer");
    }

    /** That he cannot be called back, then music again. */
    public Playlist callbackRefused() {
        return thenMusic("callback-refused");
    }

    private Playlist thenMusic(String name) {
        List<Sound> sounds = new ArrayList<>();
        add(sounds, name);
        sounds.addAll(music().sounds());
        return new Playlist(sounds, true);
    }

    /** 工号播报: who serves him. */
    public Optional<Playlist> staffNumber(String extension) {
        List<Sound> sounds = new ArrayList<>();
        add(sounds, "staff-number");
        extension.chars().forEach(digit -> add(sounds, "digit-" + (char) digit));
        add(sounds, "serves-you");
        return sounds.isEmpty() ? Optional.empty() : Optional.of(new Playlist(sounds, false));
    }

    /** The agent was lost; he waits again. */
    public Playlist again() {
        return thenMusic("once-more");
    }

    private void add(List<Sound> sounds, String name) {
        book.sound(language, name).ifPresent(sounds::add);
    }
}
