// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCall.Party;
import io.patchbay.api.call.LiveCall.SoundQuality;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.Locale;
import java.util.Optional;

/** Whether a call is recorded and how each leg sounds; the only part of the bar that changes during a call. */
final class CallFacts extends Span {
    private final Words words;
    private Optional<LiveCall> shown = Optional.empty();

    CallFacts(Words words) {
        this.words = words;
        addClassNames("row", "nb");
    }

    void show(LiveCall call) {
        if (shown.equals(Optional.of(call))) {
            return;
        }
        shown = Optional.of(call);
        removeAll();
        add(recording(call.recording()));
        call.parties().stream()
                .filter(party -> party.quality().isPresent())
                .forEach(party -> add(quality(party, party.quality().get())));
    }

    private Component recording(LiveCall.Recording recording) {
        String said = words.get("recording." + recording);
        Span chip =
                switch (recording) {
                    case ON -> Shape.line("row g1 er", Shape.line("dotc er"), Shape.text("", said));
                    case OFF -> Shape.text("t3", said);
                    case PAUSED -> Shape.badge("vi", "lock", said);
                    case FAILED -> Shape.badge("er", "alert", said);
                };
        chip.getElement()
                .setAttribute("data-testid", "recording")
                .setAttribute("data-recording", recording.name())
                .setAttribute("title", words.get("recording." + recording + ".why"));
        return chip;
    }

    private Component quality(Party party, SoundQuality quality) {
        QualityWord word = QualityWord.of(quality);
        String leg = words.get(party.agent().isPresent() ? "leg.agent" : "leg.customer");
        String said = leg + " " + words.get("quality." + word);
        Span chip = word == QualityWord.GOOD
                ? Shape.line("row g1 hide-n", Shape.icon("pulse b14"), Shape.text("", said))
                : Shape.badge(word.tone(), "alert", said);
        String figures = words.get(
                "quality.figures",
                leg,
                String.format(Locale.ROOT, "%.1f", quality.mos()),
                String.format(Locale.ROOT, "%.1f", quality.lostPermille() / 10.0),
                String.valueOf(quality.jitterMillis()),
                quality.roundTripMillis().map(String::valueOf).orElse("–"),
                quality.codec());
        chip.getElement()
                .setAttribute("data-testid", "quality-" + (party.agent().isPresent() ? "agent" : "customer"))
                .setAttribute("data-quality", word.name())
                .setAttribute("title", figures)
                .setAttribute("aria-label", figures);
        return chip;
    }
}
