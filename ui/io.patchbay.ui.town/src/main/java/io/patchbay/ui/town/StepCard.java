// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.api.FirstSteps.Phone;
import io.patchbay.demo.api.FirstSteps.Stage;
import io.patchbay.demo.api.FirstSteps.Step;
import io.patchbay.demo.api.FirstSteps.Tour;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One step: what happens, what to press, how far it is. */
final class StepCard extends Div {
    private static final Map<String, String> PAGES = Map.of("sms", "/demo/", "email", "/demo/", "chat", "/chat/");

    private final Step step;
    private final Words words;
    private final Consumer<Command> wish;
    private final Consumer<String> go;

    /**
     * Whether it is this step's turn.
     *
     * @param ready whether its reader is ready
     * @param next whether it is the first that is not done
     */
    record Turn(boolean ready, boolean next) {}

    StepCard(int number, Step step, Tour tour, Turn turn, Words words, Consumer<Command> wish, Consumer<String> go) {
        this.step = step;
        this.words = words;
        this.wish = wish;
        this.go = go;
        ChannelKey channel = step.channel();
        boolean done = step.stage() == Stage.DONE;
        addClassNames("card", "stc");
        setClassName("done", done);
        getElement()
                .setAttribute("data-testid", "step-" + channel)
                .setAttribute("data-stage", step.stage().name());
        Div mark = Shape.box("stn", done ? Shape.icon("check b20") : Shape.icon(Terms.icon(channel) + " b20"));
        HtmlContainer title = Shape.tag("h3", "", number + " · " + words.get("step." + channel + ".title"));
        add(Shape.box("row g3", mark, title, Shape.space(), badge()));
        add(Shape.tag("p", "t2", words.get("step." + channel + ".words")));
        if (channel.value().equals("voice") && !done) {
            add(new PhoneBox(tour, words, wish));
        }
        add(Shape.box("sp"), actions(channel, turn, tour.phone()));
    }

    private Component badge() {
        String tone =
                switch (step.stage()) {
                    case DONE -> "ok";
                    case COMING, RINGING -> "wa";
                    case ANSWERED -> "pr";
                    case WRAP_UP -> "vi";
                    case OPEN -> "";
                };
        return Shape.badge(
                tone,
                step.stage() == Stage.DONE ? "check" : "",
                words.get("stage." + step.stage().name().toLowerCase(Locale.ROOT)));
    }

    private Component actions(ChannelKey channel, Turn turn, Phone phone) {
        Div row = Shape.box("row g3 stx");
        if (step.stage() == Stage.RINGING || step.stage() == Stage.ANSWERED || step.stage() == Stage.WRAP_UP) {
            String place = "desk" + step.interaction().map(id -> "/" + id).orElse("");
            row.add(new Press("btn p", words.get("step.toDesk"))
                    .icon("desk")
                    .test("go-" + channel)
                    .does(() -> go.accept(place)));
            row.add(Shape.text("s t3", words.get("hint." + step.stage().name().toLowerCase(Locale.ROOT))));
            return row;
        }
        boolean reachable = !channel.value().equals("voice") || phone == Phone.DEMO || phone == Phone.OWN;
        boolean first = turn.next && reachable && step.stage() == Stage.OPEN;
        Press bring = new Press(first ? "btn p" : "btn", words.get("step." + channel + ".bring"))
                .test("bring-" + channel)
                .does(() -> wish.accept(new TownCommand.BringContact(channel)));
        bring.setEnabled(turn.ready && reachable && step.stage() != Stage.COMING);
        bring.setClassName("off", !bring.isEnabled());
        row.add(bring);
        if (PAGES.containsKey(channel.value())) {
            HtmlContainer own = Shape.tag("a", "s", words.get("step." + channel + ".own"));
            own.getElement()
                    .setAttribute("href", PAGES.get(channel.value()))
                    .setAttribute("target", "_blank")
                    .setAttribute("rel", "noopener")
                    .setAttribute("router-ignore", true);
            row.add(own);
        }
        return row;
    }
}
