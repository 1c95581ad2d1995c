// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.floor.FloorModel.Matter;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;

/** What needs somebody; each thing carries the buttons that mend it. */
final class MatterList extends HtmlContainer {
    private static final int MOST = 12;

    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Supervision supervision;
    private final Queues queues;
    private final Div head = Shape.box("h");
    private final HtmlContainer list = Shape.tag("ul", "");
    private List<Matter> shown = List.of();
    private boolean drawn;

    MatterList(ViewContext context, Words words, Supervision supervision, Queues queues) {
        super("aside");
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.supervision = supervision;
        this.queues = queues;
        addClassNames("card", "als");
        getElement().setAttribute("aria-label", words.get("matters"));
        add(head, list);
    }

    void show(List<Matter> matters) {
        if (drawn && matters.equals(shown)) {
            return;
        }
        drawn = true;
        shown = matters;
        head.removeAll();
        head.add(Shape.text("", words.get("matters")));
        if (!matters.isEmpty()) {
            head.add(Shape.count("er", matters.size()));
        }
        context.attention("", matters.size());
        list.removeAll();
        matters.stream().limit(MOST).forEach(matter -> list.add(item(matter)));
        if (matters.isEmpty()) {
            list.add(Vacant.small(words.get("matters.none")));
        }
    }

    private Component item(Matter matter) {
        if (matter instanceof Matter.LowLevel low) {
            Press open = new Press("btn s", words.get("queue.open")).does(() -> supervision.showWaiting(low.queue()));
            String title = words.get(
                    "matter.level",
                    low.queue().name(),
                    Formats.share(low.queue().level().orElse(0.0)));
            return item(
                    "er",
                    "alert",
                    Shape.text("", title),
                    words.get("matter.level.why", Formats.share(low.queue().goal())),
                    open);
        } else if (matter instanceof Matter.LongWait wait) {
            String who = wait.contact().contact().name().orElse(wait.contact().number());
            Component title =
                    Shape.line("", Shape.text("", words.get("matter.wait", who) + " "), Running.since(wait.since()));
            Press move = new Press("btn s", words.get("move")).icon("transfer").test("matter-move");
            move.does(() -> supervision.chooseTarget(wait.contact(), move));
            Press end = new Press("btn q s", words.get("end")).does(() -> supervision.end(wait.contact()));
            String why = wait.queue() + " · "
                    + terms.channel(wait.contact().contact().channel()) + " · "
                    + wait.contact().number();
            return item("wa", "clock", title, why, move, end);
        } else if (matter instanceof Matter.LongState state) {
            String said = terms.presence(state.agent().state().presence(), queues.codes(Code.Use.NOT_READY));
            Component title = Shape.line(
                    "",
                    Shape.text("", state.agent().state().name() + " "),
                    Running.since(state.agent().since()));
            Press ready = new Press("btn s", words.get("agent.makeReady")).test("matter-ready");
            ready.does(() -> supervision.presence(state.agent().state().agent(), new Presence.Ready()));
            boolean call = state.agent().doing() == FloorModel.Doing.CALL;
            return call
                    ? item("wa", "phone", title, words.get("matter.longCall"))
                    : item("wa", "user", title, said, ready);
        }
        throw new AssertionError(matter);
    }

    private static Component item(String tone, String icon, Component title, String why, Component... actions) {
        Div row = Shape.box("row", actions);
        row.getStyle().set("margin-top", "6px");
        Div text = Shape.box("sp", Shape.tag("b", "", title), Shape.tag("p", "s t2", why), row);
        return Shape.tag("li", "al " + tone, Shape.line("ai", Shape.icon(icon)), text);
    }
}
