// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import elemental.json.JsonValue;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Mark;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays the recording of an interaction in the page. The browser fetches it by ranges from the console, under the
 * reader's session; the first press on play is the look that is traced.
 */
public final class SoundPlayer extends HtmlContainer {
    /** The page puts the length of each gap there. */
    private static final String LENGTH = "{0}";

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
                .setAttribute("seconds", String.valueOf(length.toMillis() / 1000.0))
                .setAttribute("data-testid", "player")
                .setAttribute("aria-label", words.get("player"))
                .setAttribute("play", words.get("player.play"))
                .setAttribute("pause", words.get("player.pause"))
                .setAttribute("seek", words.get("player.seek"))
                .setAttribute("speed", words.get("player.speed"))
                .setAttribute("forbidden", words.get("player.forbidden"))
                .setAttribute("missing", words.get("player.missing"))
                .setAttribute("erased", words.get("player.erased"))
                .setAttribute("broken", words.get("player.broken"))
                .setAttribute("wave", words.get("player.wave"))
                .setAttribute("customer", words.get("player.customer"))
                .setAttribute("agent", words.get("player.agent"))
                .setAttribute("gap-off", words.get("player.gap.off", LENGTH))
                .setAttribute("gap-lost", words.get("player.gap.lost", LENGTH))
                .setAttribute("gap-paused", words.get("player.gap.paused", LENGTH))
                .setAttribute("copy-failed", words.get("player.copyFailed"));
    }

    /**
     * Puts parts beside its buttons.
     *
     * @param parts for example badges
     * @return this
     */
    public SoundPlayer beside(Component... parts) {
        add(Shape.box("pside", parts));
        return this;
    }

    /**
     * Shows marks over the wave forms.
     *
     * @param marks in the order of their places
     */
    public void marks(List<Mark> marks) {
        JsonArray all = Json.createArray();
        for (Mark mark : marks) {
            JsonObject one = Json.createObject();
            one.put("at", mark.at().toMillis() / 1000.0);
            one.put("text", mark.text());
            all.set(all.length(), one);
        }
        getElement().setAttribute("marks", all.toJson());
    }

    /**
     * A stretch in which something was so on one side.
     *
     * @param from where it begins
     * @param to where it ends
     * @param customer whether it is the customer's side, else the agent's
     * @param text what it was
     */
    public record Span(Duration from, Duration to, boolean customer, String text) {}

    /**
     * Shows stretches as lines beneath the sides, for example who else talked.
     *
     * @param spans in the order of their beginnings
     */
    public void spans(List<Span> spans) {
        JsonArray all = Json.createArray();
        for (Span span : spans) {
            JsonObject one = Json.createObject();
            one.put("from", span.from().toMillis() / 1000.0);
            one.put("to", span.to().toMillis() / 1000.0);
            one.put("customer", span.customer());
            one.put("text", span.text());
            all.set(all.length(), one);
        }
        getElement().setAttribute("spans", all.toJson());
    }

    /**
     * Goes to a place; plays on if it plays.
     *
     * @param at the place
     */
    public void seek(Duration at) {
        getElement().callJsFunction("seek", at.toMillis() / 1000.0);
    }

    /** Asks for a mark where it is now, as the key M does. */
    public void note() {
        getElement().callJsFunction("note");
    }

    /**
     * Tells where the reader wants a mark.
     *
     * @param told gets the place
     * @return this
     */
    public SoundPlayer onMark(Consumer<Duration> told) {
        getElement()
                .addEventListener(
                        "pb-mark",
                        asked -> told.accept(
                                Duration.ofMillis((long) asked.getEventData().getNumber("event.detail.at"))))
                .addEventData("event.detail.at");
        return this;
    }

    /**
     * Has the browser take a copy of the sound.
     *
     * @param wish what of it, and what for
     * @param done gets why there is none, in words; empty if the browser has it
     */
    public void copy(Copy wish, Consumer<String> done) {
        getElement()
                .executeJs("return this.copy($0, $1, $2)", wish.purpose(), millis(wish.from()), millis(wish.to()))
                .then(String.class, done::accept);
    }

    private static JsonValue millis(Optional<Duration> moment) {
        return moment.<JsonValue>map(at -> Json.create((double) at.toMillis())).orElseGet(Json::createNull);
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
