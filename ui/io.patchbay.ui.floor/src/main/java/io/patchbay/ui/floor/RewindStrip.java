// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.floor.PastFloor.Waited;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The day at the bottom of the floor: a moment of it is chosen with the pointer or the arrow keys. */
final class RewindStrip extends Div {
    private static final int MINUTES = 24 * 60;
    private static final int BACK = 5;

    private final ViewContext context;
    private final Words words;
    private final Consumer<Optional<LocalTime>> chosen;
    private final HtmlContainer slider = new HtmlContainer("input");
    private final Press button;
    private final Span turning = Shape.text("", "");
    private final Span clock = Shape.text("num b", "");
    private final Span state = Shape.line("row g1 nb");
    private final Span curve = Shape.text("rwc", "");
    private final Div marks = Shape.box("rwm");
    private final Span count = Shape.text("xs t3 nb", "");
    private Optional<LocalTime> then = Optional.empty();
    private List<Instant> marked = List.of();
    private String stood = "";

    RewindStrip(ViewContext context, Words words, Consumer<Optional<LocalTime>> chosen) {
        this.context = context;
        this.words = words;
        this.chosen = chosen;
        button = new Press("btn s", "").icon("history").test("rewind").does(this::turn);
        button.add(turning);
        count.setText(words.get("rewind.alarms", "0"));
        addClassNames("card", "rw");
        slider.getElement()
                .setAttribute("type", "range")
                .setAttribute("min", "0")
                .setAttribute("max", String.valueOf(MINUTES - 1))
                .setAttribute("aria-label", words.get("rewind.choose"))
                .setAttribute("data-testid", "rewind-slider");
        slider.getElement().addPropertyChangeListener("value", "change", change -> {
            if (change.isUserOriginated()) {
                choose(Integer.parseInt(String.valueOf(change.getValue())));
            }
        });
        clock.getElement().setAttribute("data-testid", "rewind-clock");
        curve.getElement().setAttribute("role", "img").setAttribute("data-testid", "rewind-curve");
        waited(List.of());
        state.getElement().setAttribute("data-testid", "rewind-state");
        Div scale = Shape.box("rwh num xs t3");
        for (int hour = 0; hour <= 24; hour += 4) {
            scale.add(Shape.text("", String.format(Locale.ROOT, "%02d:00", hour)));
        }
        Div line = Shape.box("rwl", curve, marks, slider, scale);
        add(button, clock, state, line, Shape.box("rwn", Shape.text("xs t3 nb", words.get("rewind.keys")), count));
    }

    private void turn() {
        chosen.accept(then.isPresent() ? Optional.empty() : Optional.of(now().minusMinutes(BACK)));
    }

    private LocalTime now() {
        LocalTime now = LocalTime.ofInstant(context.now(), context.zone());
        return now.withSecond(0).withNano(0);
    }

    private void choose(int minute) {
        LocalTime wanted = LocalTime.of(minute / 60, minute % 60);
        chosen.accept(wanted.isBefore(now()) ? Optional.of(wanted) : Optional.empty());
    }

    /** Where the floor stands; {@code progress} is how much of the journal is read, 1 when it is shown. */
    void stands(Optional<LocalTime> moment, double progress) {
        then = moment;
        LocalTime shown = moment.orElseGet(this::now);
        clock.setText(shown.toString());
        slider.getElement().setProperty("value", String.valueOf(shown.getHour() * 60 + shown.getMinute()));
        String reading = progress < 1 ? words.get("rewind.reading", Formats.share(progress)) : words.get("rewind.past");
        String said = moment.isEmpty() ? words.get("rewind.now") : reading;
        if (!said.equals(stood)) {
            stood = said;
            turning.setText(words.get(moment.isPresent() ? "rewind.live" : "rewind"));
            state.removeAll();
            state.add(
                    moment.isEmpty()
                            ? Shape.badge("ok", "check", said)
                            : Shape.badge(progress < 1 ? "" : "vi", progress < 1 ? "clock" : "history", said));
        }
    }

    /** How many waited since the day began. */
    void waited(List<Waited> day) {
        List<Waited> today = day.stream().filter(at -> today(at.at())).toList();
        int most = today.stream().mapToInt(Waited::contacts).max().orElse(0);
        curve.getStyle()
                .set(
                        "clip-path",
                        Curve.line(
                                today.stream().map(at -> across(at.at())).toList(),
                                today.stream().map(Waited::contacts).toList(),
                                most));
        curve.getElement().setAttribute("aria-label", words.get("rewind.curve", String.valueOf(most)));
    }

    private boolean today(Instant at) {
        return LocalDate.ofInstant(at, context.zone()).equals(LocalDate.ofInstant(context.now(), context.zone()));
    }

    /** Where a moment stands in its day, in percent. */
    private double across(Instant at) {
        return 100.0 * LocalTime.ofInstant(at, context.zone()).toSecondOfDay() / (MINUTES * 60);
    }

    /** The moments of the day at which an alarm was raised. */
    void alarms(List<Instant> raised) {
        List<Instant> wanted = raised.stream().filter(this::today).toList();
        if (wanted.equals(marked)) {
            return;
        }
        marked = wanted;
        marks.removeAll();
        wanted.forEach(at -> {
            Span mark = Shape.text("", "");
            mark.getStyle().set("left", across(at) + "%");
            marks.add(mark);
        });
        count.setText(words.get("rewind.alarms", String.valueOf(wanted.size())));
    }
}
