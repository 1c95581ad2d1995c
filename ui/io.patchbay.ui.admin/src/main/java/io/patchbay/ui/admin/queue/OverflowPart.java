// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueRules.When;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The ways out of a queue, in the order in which they are looked at. */
final class OverflowPart implements Part {
    private static final int USUAL_WAIT = 60;
    private final Editing editing;
    private final Words words;
    private final List<DraftWay> ways;
    private final Div list = Shape.box("qsts");
    private final List<Div> errors = new ArrayList<>();
    private final Div body;

    OverflowPart(Editing editing) {
        this.editing = editing;
        this.words = editing.words;
        this.ways = editing.draft.ways;
        list.getElement().setAttribute("role", "list");
        Press add = new Press("btn s", words.get("way.add"))
                .icon("plus b14")
                .test("way-add")
                .does(() ->
                        structure(() -> ways.add(new DraftWay(When.WAIT, Optional.of(USUAL_WAIT), Optional.empty()))));
        Component title = Shape.box(
                "row", Shape.tag("h3", "", words.get("way.title")), Shape.text("s t3", words.get("way.under")));
        body = Shape.box("qpart wide", title, list, add);
        rows();
    }

    private void rows() {
        list.removeAll();
        errors.clear();
        for (int i = 0; i < ways.size(); i++) {
            list.add(row(i));
        }
        if (ways.isEmpty()) {
            list.add(Vacant.small(words.get("way.none")));
        }
    }

    private Div row(int index) {
        DraftWay way = ways.get(index);
        Select<When> when = new Select<>();
        when.setItems(When.values());
        when.setItemLabelGenerator(one -> words.get("when." + one));
        when.setValue(way.when());
        when.setAriaLabel(words.get("way.when"));
        when.addClassName("qw");
        when.getElement().setAttribute("data-testid", "way-when-" + (index + 1));
        when.addValueChangeListener(change -> structure(() -> when(index, change.getValue())));
        Div error = Shape.box("err1");
        error.getElement().setAttribute("role", "alert");
        errors.add(error);
        Div line = Shape.box("row", when);
        if (way.when() != When.CLOSED) {
            line.add(threshold(index, way), Shape.text("s t2 nb", words.get("when.unit." + way.when())));
        }
        line.add(Shape.text("s t2 nb", words.get("way.to")), target(index, way), Shape.space());
        line.add(press("up", index, index > 0, () -> Collections.swap(ways, index, index - 1)));
        line.add(press("down", index, index + 1 < ways.size(), () -> Collections.swap(ways, index, index + 1)));
        line.add(press("x", index, true, () -> ways.remove(index)));
        Div row = Shape.box("qst", Shape.tag("b", "sn", String.valueOf(index + 1)), Shape.box("sbx", line, error));
        row.getElement().setAttribute("data-testid", "way-" + (index + 1)).setAttribute("role", "listitem");
        return row;
    }

    private void when(int index, When when) {
        DraftWay way = ways.get(index);
        ways.set(index, new DraftWay(when, when == When.CLOSED ? Optional.of(0) : way.threshold(), way.to()));
    }

    private IntegerField threshold(int index, DraftWay way) {
        IntegerField field = editing.fields.number(
                way.threshold(),
                typed -> ways.set(
                        index, new DraftWay(way.when(), typed, ways.get(index).to())));
        field.setWidth("92px");
        field.setAriaLabel(words.get("way.threshold"));
        field.getElement().setAttribute("data-testid", "way-threshold-" + (index + 1));
        return field;
    }

    private Select<QueueId> target(int index, DraftWay way) {
        Select<QueueId> to = new Select<>();
        to.setItems(editing.queues.stream()
                .map(QueueSettings::id)
                .filter(id -> !id.value().equals(editing.draft.text(Phrasing.ID)))
                .toList());
        to.setItemLabelGenerator(id -> id == null ? "" : editing.names.queue().apply(id));
        to.setPlaceholder(words.get("way.choose"));
        to.setAriaLabel(words.get("way.to"));
        to.addClassName("qw");
        to.getElement().setAttribute("data-testid", "way-to-" + (index + 1));
        way.to().ifPresent(to::setValue);
        to.addValueChangeListener(change -> {
            DraftWay now = ways.get(index);
            ways.set(index, new DraftWay(now.when(), now.threshold(), Optional.ofNullable(change.getValue())));
            editing.changed();
        });
        return to;
    }

    private Press press(String icon, int index, boolean can, Runnable change) {
        Press press = new Press("btn q io xs", "")
                .icon(icon + " b14")
                .named(words.get("way.act." + icon, String.valueOf(index + 1)))
                .test("way-" + icon + "-" + (index + 1))
                .does(() -> structure(change));
        press.setEnabled(can);
        return press;
    }

    private void structure(Runnable change) {
        change.run();
        rows();
        editing.changed();
    }

    @Override
    public Component body() {
        return body;
    }

    @Override
    public void refresh(List<Fault> faults) {
        for (int i = 0; i < errors.size(); i++) {
            String place = "way-" + (i + 1);
            Div error = errors.get(i);
            error.removeAll();
            Optional<Fault> own =
                    faults.stream().filter(one -> one.place().equals(place)).findFirst();
            own.ifPresent(fault -> error.add(Shape.icon("alert b14"), Shape.text("", editing.say(fault))));
            error.setVisible(own.isPresent());
            error.getParent().flatMap(Component::getParent).ifPresent(row -> ((Div) row)
                    .setClassName("bad", own.isPresent()));
        }
    }
}
