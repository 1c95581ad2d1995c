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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One step: what happens, what to press, how far it is. */
final class StepCard extends Div {
    private static final Map<String, String> PAGES = Map.of("sms", "/demo/", "email", "/demo/", "chat", "/chat/");

    private final Div mark = Shape.box("stn");
    private final Div badge = Shape.box("");
    private final Div phone = Shape.box("");
    private final Div actions = Shape.box("");
    private final Map<Div, Object> shown = new HashMap<>();
    private final Words words;
    private final Consumer<Command> wish;
    private final Consumer<String> go;
    private Step step;

    /**
     * Whether it is this step's turn.
     *
     * @param ready whether its reader is ready
     * @param next whether it is the first that is not done
     */
    record Turn(boolean ready, boolean next) {}

    StepCard(int number, ChannelKey channel, Words words, Consumer<Command> wish, Consumer<String> go) {
        this.words = words;
        this.wish = wish;
        this.go = go;
        addClassNames("card", "stc");
        getElement().setAttribute("data-testid", "step-" + channel);
        HtmlContainer title = Shape.tag("h3", "", number + " · " + words.get("step." + channel + ".title"));
        add(Shape.box("row g3", mark, title, Shape.space(), badge));
        add(Shape.tag("p", "t2", words.get("step." + channel + ".words")));
        add(phone, Shape.box("sp"), actions);
    }

    /** Shows what has changed, and leaves alone what has not: nothing moves under a hand. */
    void show(Step now, Tour tour, Turn turn) {
        step = now;
        ChannelKey channel = now.channel();
        boolean done = now.stage() == Stage.DONE;
        setClassName("done", done);
        getElement().setAttribute("data-stage", now.stage().name());
        put(mark, done, () -> done ? Shape.icon("check b20") : Shape.icon(Terms.icon(channel) + " b20"));
        put(badge, now.stage(), this::badge);
        if (channel.value().equals("voice")) {
            phone.setVisible(!done);
            put(phone, List.of(tour.phone(), tour.extension()), () -> new PhoneBox(tour, words, wish));
        }
        put(actions, List.of(now, turn, tour.phone()), () -> actions(channel, turn, tour.phone()));
    }

    private void put(Div place, Object what, Supplier<Component> part) {
        if (!what.equals(shown.put(place, what))) {
            place.removeAll();
            place.add(part.get());
        }
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

    private Component actions(ChannelKey channel, Turn turn, Phone ringing) {
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
        boolean reachable = !channel.value().equals("voice") || ringing == Phone.DEMO || ringing == Phone.OWN;
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
