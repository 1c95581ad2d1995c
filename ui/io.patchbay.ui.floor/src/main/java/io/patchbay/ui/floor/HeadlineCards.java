// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.floor.FloorModel.Headline;
import io.patchbay.ui.floor.FloorModel.Tone;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;

/** The five figures; a card is drawn anew only if it changed. */
final class HeadlineCards extends Div {
    private final Words words;
    private final Lasting lasting;
    private final Kept<Headline> cards = new Kept<>(this, this::card);

    HeadlineCards(Words words, Lasting lasting) {
        this.words = words;
        this.lasting = lasting;
        addClassName("kpis");
    }

    void show(List<Headline> headlines) {
        cards.show(headlines);
    }

    private Component card(Headline headline) {
        Div card = Shape.box("card kpi " + headline.tone().theme());
        card.getElement().setAttribute("data-testid", "headline-" + headline.key());
        Div top = Shape.box("row s t2", Shape.text("el", words.get("headline." + headline.key())), Shape.space());
        boolean ok = headline.tone() == Tone.OK;
        top.add(Shape.badge(
                headline.tone().theme(),
                ok ? "check" : "alert",
                words.or(
                        "tone." + headline.key() + "." + headline.tone().name(),
                        words.get("tone." + headline.tone().name()))));
        Div value = Shape.box("kv1");
        value.add(Shape.tag(
                "b",
                "num",
                headline.running()
                        .map(lasting::since)
                        .orElseGet(() -> Shape.text("", headline.value().orElse(words.get("noData"))))));
        value.add(Shape.text("t2 el", headline.unit()));
        card.add(top, value, Shape.meter(headline.tone().theme(), headline.share(), headline.goal()));
        card.add(Shape.box(
                "xs t3 el",
                words.get(
                        "headline." + headline.key() + ".detail",
                        headline.detail().toArray())));
        return card;
    }
}
