// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.queue.Replays.Outcome;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What if: the last hours played again with the draft, beside what happened and what the present rules give. */
final class ReplayPanel extends HtmlContainer {
    private final Editing editing;
    private final Words words;
    private final Formats formats;
    private final Press run;
    private final Div result = Shape.box("");
    private int hours = 1;

    ReplayPanel(Editing editing) {
        super("section");
        this.editing = editing;
        this.words = editing.words;
        formats = new Formats(editing.context.locale(), editing.context.zone());
        addClassNames("panel", "qre");
        getElement().setAttribute("aria-label", words.get("replay.title")).setAttribute("data-testid", "replay");
        Segments span = new Segments(words.get("replay.span"), chosen -> hours = Integer.parseInt(chosen))
                .choice("1", words.get("replay.hours", "1"))
                .choice("4", words.get("replay.hours", "4"))
                .select("1");
        run = new Press("btn s", words.get("replay.run"))
                .icon("refresh b14")
                .test("replay-run")
                .does(this::run);
        result.add(Vacant.small(words.get("replay.none")));
        add(
                Shape.box("h bb", Shape.text("", words.get("replay.title")), Shape.space(), span, run),
                Shape.box("sb2", result));
    }

    /** A draft with faults cannot be tried. */
    void refresh(List<Fault> faults) {
        run.setEnabled(faults.isEmpty());
    }

    private void run() {
        Instant until = editing.context.now();
        Instant from = until.minus(Duration.ofHours(hours));
        result.removeAll();
        result.add(Vacant.loading(6));
        editing.services
                .replays()
                .replay(editing.context.scope(), editing.draft.settings(), from, until)
                .whenComplete((outcome, failure) -> editing.context.now(
                        () -> show(Optional.ofNullable(outcome), formats.clock(from) + "–" + formats.clock(until))));
    }

    private void show(Optional<Outcome> outcome, String span) {
        result.removeAll();
        if (outcome.isEmpty()) {
            result.add(Shape.tip("wa", "alert", words.get("replay.failed")));
            return;
        }
        Table table = new Table(words.get("replay.title"));
        table.addClassName("c");
        table.column(span, false)
                .column(words.get("replay.actual"), true)
                .column(words.get("replay.now"), true)
                .column(words.get("replay.draft"), true)
                .column("", true);
        Comparison.lines(outcome.get())
                .forEach(line -> table.row(List.of(
                        Table.cell(words.get("replay." + line.word())),
                        Table.number(line.actual()),
                        Table.number(line.now()),
                        Table.number(Shape.tag("b", "", line.draft())),
                        Table.number(change(line)))));
        result.add(table, Shape.tag("p", "xs t3", words.get("replay.help")));
    }

    private static HtmlContainer change(Comparison.Line line) {
        if (line.change().isEmpty()) {
            return Shape.text("t3", "=");
        }
        return line.better() ? Shape.badge("ok", "check", line.change()) : Shape.badge("wa", "alert", line.change());
    }
}
