// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.demo.api.TownState;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What time it is in the town, how busy this hour is, and how much room is left. */
final class DayCard extends Div {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final double BUSIEST = 2.3;

    private final Words words;
    private final Span time = Shape.text("twt num", "");
    private final Span busy = Shape.text("s t2", "");
    private final Div curve = Shape.box("twc");
    private final Div meters = Shape.box("col g1");
    private final Span halt = Shape.line("");
    private String drawn = "";

    DayCard(Words words) {
        this.words = words;
        addClassName("card");
        add(Shape.box("h", Shape.text("", words.get("day.title")), Shape.space(), halt));
        add(Shape.box("bdy col g3", Shape.box("row g4", time, busy), curve, meters));
        curve.getElement().setAttribute("role", "img").setAttribute("aria-label", words.get("day.curve"));
        time.getElement().setAttribute("data-testid", "town-time");
    }

    void show(TownState state) {
        time.setText(TIME.format(state.time()));
        String factor = String.format(Locale.ROOT, "%.1f", state.factor());
        busy.setText(words.get("day.busy", factor));
        String picture = factor
                + state.curve()
                + state.time().getHour()
                + state.contacts()
                + state.halt()
                + state.pace().running();
        if (picture.equals(drawn)) {
            return;
        }
        drawn = picture;
        curve(state);
        meters.removeAll();
        meters.add(
                Shape.box(
                        "row xs t3",
                        Shape.text("", words.get("day.contacts")),
                        Shape.space(),
                        Shape.text(
                                "num",
                                words.get(
                                        "day.of",
                                        String.format(Locale.ROOT, "%,d", state.contacts()),
                                        String.format(Locale.ROOT, "%,d", state.most())))),
                Shape.meter("", (double) state.contacts() / state.most(), -1));
        halt.removeAll();
        boolean moves = state.halt() == TownState.Halt.NONE && state.pace().running();
        String word = state.halt() == TownState.Halt.NONE && !state.pace().running()
                ? "PAUSED"
                : state.halt().name();
        halt.add(Shape.badge(moves ? "ok" : "wa", moves ? "pulse" : "pause", words.get("halt." + word)));
        halt.getElement().setAttribute("data-testid", "town-halt").setAttribute("data-halt", word);
    }

    /** A bar an hour; the present one is marked. */
    private void curve(TownState state) {
        curve.removeAll();
        for (int hour = 0; hour < state.curve().size(); hour++) {
            HtmlContainer bar = Shape.tag("i", hour == state.time().getHour() ? "on" : "");
            long percent = Math.round(100 * Math.min(1, state.curve().get(hour) / BUSIEST));
            bar.getStyle().set("height", percent + "%");
            bar.getElement().setAttribute("title", String.format(Locale.ROOT, "%02d:00", hour));
            curve.add(bar);
        }
    }
}
