// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.api.TownPace;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How busy the town shall be; what is moved acts when it is let go. */
final class PaceCard extends Div {
    private static final int STEP = 4;
    private static final int GUEST_STEP = 5;
    private static final List<String> SPEEDS = List.of("1", "6", "24", "96");

    private final Words words;
    private final Consumer<TownPace> wish;
    private final Map<ChannelKey, Slider> rates = new LinkedHashMap<>();
    private final Slider guests;
    private final Press run;
    private final Span total = Shape.text("s t2 num", "");
    private final Segments speeds;
    private final Segments hours;
    private TownPace shown;

    PaceCard(Words words, Consumer<TownPace> wish) {
        this.words = words;
        this.wish = wish;
        Terms terms = new Terms(words.locale());
        addClassName("card");
        run = new Press("btn s", words.get("pace.pause")).icon("pause").test("town-run");
        run.does(() -> change(shown.running(!shown.running())));
        Div head = Shape.box("h", Shape.text("", words.get("pace.title")), Shape.space(), total, run);
        Div body = Shape.box("bdy twp");
        for (ChannelKey channel : TownPace.CHANNELS) {
            Slider slider = new Slider("rate-" + channel, TownPace.MOST_A_CHANNEL, STEP, terms.channel(channel));
            slider.moved(value -> change(with(channel, value)));
            rates.put(channel, slider);
            body.add(line(Terms.icon(channel), terms.channel(channel), slider, "pace.anHour"));
        }
        guests = new Slider("guests", TownPace.MOST_GUESTS, GUEST_STEP, words.get("pace.guests"));
        guests.moved(value ->
                change(new TownPace(shown.running(), shown.perHour(), shown.daySpeed(), shown.rushHours(), value)));
        body.add(Shape.box("hr"), line("user", words.get("pace.guests"), guests, "pace.percent"));
        body.add(Shape.box("xs t3", words.get("pace.guestsHelp")), Shape.box("hr"));
        speeds = new Segments(words.get("pace.speed"), this::speed);
        for (String factor : SPEEDS) {
            speeds.choice(factor, words.get("speed." + factor));
        }
        hours = new Segments(words.get("pace.hours"), this::hours)
                .choice("true", words.get("hours.rush"))
                .choice("false", words.get("hours.even"));
        body.add(row("pace.speed", speeds), row("pace.hours", hours));
        body.add(Shape.box(
                "xs t3",
                words.get("pace.bounds", String.valueOf(TownPace.MOST_A_CHANNEL), String.valueOf(TownPace.MOST))));
        add(head, body);
    }

    private Component line(String icon, String name, Slider slider, String unit) {
        Span value = Shape.text("num b", "");
        slider.showsIn(value);
        return Shape.box(
                "twl",
                Shape.icon(icon),
                Shape.text("", name),
                slider,
                Shape.line("ar nb", value, Shape.text("t3 xs", " " + words.get(unit))));
    }

    private Component row(String label, Component what) {
        return Shape.box("row", Shape.text("t2 s", words.get(label)), Shape.space(), what);
    }

    private TownPace with(ChannelKey channel, int rate) {
        Map<ChannelKey, Integer> changed = new HashMap<>(shown.perHour());
        changed.put(channel, rate);
        int others = changed.values().stream().mapToInt(Integer::intValue).sum() - rate;
        changed.put(channel, Math.min(rate, TownPace.MOST - others));
        return new TownPace(shown.running(), changed, shown.daySpeed(), shown.rushHours(), shown.guests());
    }

    private void change(TownPace pace) {
        wish.accept(pace);
    }

    void show(TownPace pace) {
        if (pace.equals(shown)) {
            return;
        }
        shown = pace;
        rates.forEach((channel, slider) -> slider.show(pace.of(channel)));
        guests.show(pace.guests());
        int sum = pace.perHour().values().stream().mapToInt(Integer::intValue).sum();
        total.setText(words.get("pace.total", String.valueOf(sum)));
        run.removeAll();
        run.add(
                Shape.icon(pace.running() ? "pause" : "play"),
                Shape.text("", words.get(pace.running() ? "pace.pause" : "pace.go")));
        run.setClassName("p", !pace.running());
        speeds.select(String.valueOf(pace.daySpeed()));
        hours.select(String.valueOf(pace.rushHours()));
    }

    private void speed(String factor) {
        change(new TownPace(
                shown.running(), shown.perHour(), Integer.parseInt(factor), shown.rushHours(), shown.guests()));
    }

    private void hours(String rush) {
        change(new TownPace(
                shown.running(), shown.perHour(), shown.daySpeed(), Boolean.parseBoolean(rush), shown.guests()));
    }
}
