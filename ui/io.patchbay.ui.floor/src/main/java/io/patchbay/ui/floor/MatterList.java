// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.AlarmCommand;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.floor.FloorModel.Matter;
import io.patchbay.ui.floor.FloorModel.QueueLine;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What needs somebody; each thing carries the buttons that mend it. */
final class MatterList extends HtmlContainer {
    private static final int MOST = 12;

    private final ViewContext context;
    private final Words words;
    private final Lasting lasting;
    private final Terms terms;
    private final Supervision supervision;
    private final Queues queues;
    private final Div head = Shape.box("h");
    private final HtmlContainer list = Shape.tag("ul", "");
    private final Kept<Optional<Matter>> items = new Kept<>(list, this::itemOf);
    private int counted = -1;

    MatterList(ViewContext context, Words words, Supervision supervision, Queues queues, Lasting lasting) {
        super("aside");
        this.lasting = lasting;
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
        items.show(
                matters.isEmpty()
                        ? List.of(Optional.empty())
                        : matters.stream().limit(MOST).map(Optional::of).toList());
        if (matters.size() != counted) {
            counted = matters.size();
            count(matters);
        }
    }

    private void count(List<Matter> matters) {
        head.removeAll();
        head.add(Shape.text("", words.get("matters")));
        if (!matters.isEmpty()) {
            head.add(Shape.count("er", matters.size()));
        }
        if (!lasting.rewound()) {
            context.attention("", matters.size());
        }
    }

    private Component itemOf(Optional<Matter> matter) {
        return matter.map(this::item).orElseGet(() -> Vacant.small(words.get("matters.none")));
    }

    private Component item(Matter matter) {
        if (matter instanceof Matter.Raised raised) {
            return raised(raised.alarm(), raised.queue());
        } else if (matter instanceof Matter.LowLevel low) {
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
                    Shape.line("", Shape.text("", words.get("matter.wait", who) + " "), lasting.since(wait.since()));
            Press move = new Press("btn s", words.get("move")).icon("transfer").test("matter-move");
            move.does(() -> supervision.chooseTarget(wait.contact(), move));
            Press end = new Press("btn q s", words.get("end")).does(() -> supervision.end(wait.contact()));
            String why = wait.queue() + " · "
                    + terms.channel(wait.contact().contact().channel())
                    + wait.contact()
                            .contact()
                            .name()
                            .map(named -> " · " + wait.contact().number())
                            .orElse("");
            return item("wa", "clock", title, why, move, end);
        } else if (matter instanceof Matter.MoreTime more) {
            return moreTime(more);
        } else if (matter instanceof Matter.LongState state) {
            String said = terms.presence(state.agent().state().presence(), queues.codes(Code.Use.NOT_READY));
            Component title = Shape.line(
                    "",
                    Shape.text("", state.agent().state().name() + " "),
                    lasting.since(state.agent().since()));
            Press ready = new Press("btn s", words.get("agent.makeReady")).test("matter-ready");
            ready.does(() -> supervision.presence(state.agent().state(), new Presence.Ready()));
            boolean call = state.agent().doing() == FloorModel.Doing.CALL;
            return call
                    ? item("wa", "phone", title, words.get("matter.longCall"))
                    : item("wa", "user", title, said, ready);
        }
        throw new AssertionError(matter);
    }

    private Component moreTime(Matter.MoreTime more) {
        String title = words.get(
                "matter.moreTime", more.agent().state().name(), Formats.duration(Duration.ofSeconds(more.seconds())));
        Press grant = new Press("btn s", words.get("matter.grant"))
                .test("matter-grant")
                .does(() -> supervision.answer(more, true));
        Press decline = new Press("btn q s", words.get("matter.decline"))
                .test("matter-decline")
                .does(() -> supervision.answer(more, false));
        return item("wa", "edit", Shape.text("", title), words.get("matter.moreTime.why"), grant, decline);
    }

    private Component raised(Alarm alarm, QueueLine queue) {
        List<Component> acts = new ArrayList<>();
        acts.add(new Press("btn p s", words.get("queue.open"))
                .test("alarm-waiting")
                .does(() -> supervision.showWaiting(queue)));
        if (context.scope().may(Permissions.ROUTING)) {
            acts.add(new Press("btn s", words.get("matter.rules"))
                    .test("alarm-rules")
                    .does(() -> context.go(Place.parse("admin/queues/" + queue.id()))));
        }
        if (alarm.acknowledged().isPresent()) {
            acts.add(Shape.badge("ok", "check", words.get("matter.seen")));
        } else if (context.scope().may(AlarmCommand.PERMISSION)) {
            acts.add(new Press("btn q s", words.get("matter.see"))
                    .test("alarm-see")
                    .does(() -> supervision.run(new AlarmCommand.Acknowledge(alarm.id()), () -> {})));
        }
        String since = new Formats(context.locale(), context.zone()).clock(alarm.raisedAt());
        Component item = item(
                "er",
                "alert",
                Shape.text("", alarm.problem().text(context.locale())),
                words.get("matter.since", since),
                acts.toArray(Component[]::new));
        item.getElement().setAttribute("data-testid", "matter-" + alarm.part());
        return item;
    }

    /** What was cannot be mended: the past has no buttons. */
    private Component item(String tone, String icon, Component title, String why, Component... actions) {
        Div row = Shape.box("row", actions);
        row.setVisible(!lasting.rewound());
        row.getStyle().set("margin-top", "6px");
        Div text = Shape.box("sp", Shape.tag("b", "", title), Shape.tag("p", "s t2", why), row);
        return Shape.tag("li", "al " + tone, Shape.line("ai", Shape.icon(icon)), text);
    }
}
