// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.HtmlContainer;
import io.patchbay.api.id.InteractionId;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.util.Locale;

/**
 * Plays the recording of an interaction in the page. The browser fetches it by ranges from the console, under the
 * reader's session; the first press on play is the look that is traced.
 */
public final class SoundPlayer extends HtmlContainer {
    private static final String PATH = "/patchbay/recording/";

    /**
     * A player that has asked for nothing yet.
     *
     * @param id whose recording
     * @param length how long it is, as far as known
     * @param locale the reader's
     */
    public SoundPlayer(InteractionId id, Duration length, Locale locale) {
        super("pb-player");
        Words words = Words.of(Terms.class, locale);
        getElement()
                .setAttribute("src", PATH + id)
                .setAttribute("seconds", String.valueOf(length.toSeconds()))
                .setAttribute("data-testid", "player")
                .setAttribute("aria-label", words.get("player"))
                .setAttribute("play", words.get("player.play"))
                .setAttribute("pause", words.get("player.pause"))
                .setAttribute("seek", words.get("player.seek"))
                .setAttribute("speed", words.get("player.speed"))
                .setAttribute("forbidden", words.get("player.forbidden"))
                .setAttribute("missing", words.get("player.missing"))
                .setAttribute("erased", words.get("player.erased"))
                .setAttribute("broken", words.get("player.broken"));
    }

    /**
     * Where it begins to play.
     *
     * @param from after the beginning
     * @return this
     */
    public SoundPlayer from(Duration from) {
        getElement().setAttribute("from", String.valueOf(from.toSeconds()));
        return this;
    }

    /**
     * Tells when the reader began to hear it.
     *
     * @param told what is done
     * @return this
     */
    public SoundPlayer onHeard(Runnable told) {
        getElement().addEventListener("pb-heard", heard -> told.run());
        return this;
    }
}
