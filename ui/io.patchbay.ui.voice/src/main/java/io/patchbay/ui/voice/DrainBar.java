// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.CommandResult;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.Optional;

/** Says whether calls are taken; lets who operates stop that, before voice is updated or taken away. */
final class DrainBar extends Div {
    private final VoiceAdmin admin;
    private final ViewContext context;
    private final Words words;
    private final Span problem = Shape.text("er s", "");
    private Optional<Draining> shown = Optional.empty();

    DrainBar(VoiceAdmin admin, ViewContext context, Words words) {
        this.admin = admin;
        this.context = context;
        this.words = words;
        addClassName("other");
        getElement().setAttribute("data-testid", "drain");
        problem.getElement().setAttribute("role", "alert");
        context.every(Duration.ofSeconds(2), this::refresh);
        refresh();
    }

    private void refresh() {
        Draining now = Draining.of(admin);
        if (shown.equals(Optional.of(now))) {
            return;
        }
        shown = Optional.of(now);
        removeAll();
        setVisible(now.there());
        setClassName("calm", !now.draining());
        getElement().setAttribute("data-draining", String.valueOf(now.draining()));
        add(
                Shape.icon(now.draining() ? "alert" : "info"),
                Shape.text("", words.get(now.sentence(), String.valueOf(now.calls()))),
                problem,
                Shape.space());
        if (context.scope().may(Permissions.OPERATE)) {
            buttons(now);
        }
    }

    private void buttons(Draining now) {
        if (!now.draining()) {
            add(new Press("btn s", words.get("drain.begin")).test("drain-begin").does(() -> run(false)));
            return;
        }
        if (now.endable()) {
            add(new Press("btn s", words.get("drain.end")).test("drain-end").does(this::ask));
        }
        add(new Press("btn s p", words.get("drain.open"))
                .test("drain-open")
                .does(() -> context.run(new VoiceCommand.Open(), this::done)));
    }

    private void run(boolean end) {
        context.run(new VoiceCommand.Drain(end), this::done);
    }

    private void ask() {
        String calls = String.valueOf(Draining.of(admin).calls());
        Dialog ask = new Dialog();
        ask.setHeaderTitle(words.get("drain.end.ask", calls));
        ask.add(Shape.text("t2", words.get("drain.end.why")));
        Press yes = new Press("btn er", words.get("drain.end.yes", calls))
                .test("drain-end-confirm")
                .does(() -> {
                    ask.close();
                    run(true);
                });
        ask.getFooter().add(new Press("btn", words.get("cancel")).does(ask::close), yes);
        ask.open();
    }

    private void done(CommandResult result) {
        problem.setText(
                result instanceof CommandResult.Refused no ? no.problem().text(context.locale()) : "");
        refresh();
    }
}
