// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editor of one queue, {@code /admin/queues/QUEUE/TAB}, with what happens in it now beside it. */
public final class QueueEditor extends Div {
    /** In the address of a queue that was just saved. */
    static final String SAVED = "saved";

    private final Editing editing;
    private final Map<Tab, Part> parts = new EnumMap<>(Tab.class);
    private final HtmlContainer tabs = Shape.tag("nav", "tabs qtabs");
    private final Div body = Shape.box("eb");
    private final HtmlContainer badge = Shape.line("");
    private final SaveBar bar;
    private Tab open;
    private List<Fault> faults = List.of();
    private Optional<ReplayPanel> replay = Optional.empty();

    /**
     * An editor.
     *
     * @param queue which; empty for a new one
     * @param services what it reads
     * @param context the window and its reader
     * @param pulse beats every second or two while it is open
     */
    public QueueEditor(Optional<QueueSettings> queue, QueueServices services, ViewContext context, Pulse pulse) {
        QueueDraft draft = queue.map(QueueDraft::of)
                .orElseGet(() -> QueueDraft.fresh(
                        services.people().units(context.scope()).get(0).id()));
        editing = new Editing(draft, services, context);
        open = context.place().segment(3).flatMap(Tab::of).orElse(draft.fresh ? Tab.BASICS : Tab.STEPS);
        bar = new SaveBar(editing, this::go);
        addClassName("qe");
        parts();
        add(Shape.tag("section", "panel ed qed", head(queue), tabs, body, bar));
        tabs.getElement().setAttribute("aria-label", editing.words.get("title"));
        queue.ifPresent(one -> {
            NowPanel now = new NowPanel(editing, one.id());
            ReplayPanel panel = new ReplayPanel(editing);
            replay = Optional.of(panel);
            add(Shape.box("qside", panel, now));
            now.refresh();
            pulse.follow(() -> {
                editing.read();
                refresh(false);
                now.refresh();
            });
        });
        editing.follow(() -> refresh(true));
        show();
        refresh(true);
        saved();
        context.frame(new Div(), Shape.text("t3", editing.words.get("status")));
    }

    private void parts() {
        FieldParts plain = new FieldParts(editing);
        parts.put(Tab.BASICS, plain.basics());
        parts.put(Tab.STEPS, new StepsPart(editing));
        parts.put(Tab.PRIORITY, plain.priority());
        parts.put(Tab.OVERFLOW, new OverflowPart(editing));
        parts.put(Tab.WAITING, plain.waiting());
        parts.put(Tab.WRAPUP, new AfterPart(editing));
        parts.put(Tab.PEOPLE, new PeoplePart(editing));
    }

    private Component head(Optional<QueueSettings> queue) {
        String title = queue.map(QueueSettings::name).orElse(editing.words.get("new"));
        Div name = Shape.box("row", Shape.tag("h2", "", title), badge);
        String under = queue.map(one -> one.id().value()).orElse("");
        return Shape.box("eh", Shape.box("sp", name, Shape.tag("p", "s t2", under)));
    }

    private void saved() {
        Place place = editing.context.place();
        if (place.value(SAVED).isPresent()) {
            editing.context.rewrite(new Place(place.segments(), Map.of()));
            bar.say("ok", "check", editing.words.get("form.saved"));
        }
    }

    private void show() {
        body.removeAll();
        body.add(parts.get(open).body());
        if (open == Tab.WRAPUP) {
            body.add(CodesField.of(editing));
        }
    }

    private void go(Fault fault) {
        if (fault.tab() != open) {
            choose(fault.tab());
        }
        editing.fields.focus(fault.place());
    }

    private void choose(Tab tab) {
        open = tab;
        show();
        refresh(true);
        String id = editing.draft.fresh ? "~new" : editing.draft.text(Phrasing.ID);
        editing.context.rewrite(new Place(List.of("admin", "queues", id, tab.key()), Map.of()));
    }

    /** Shows what the draft comes to; the bar keeps its message unless something was typed. */
    private void refresh(boolean typed) {
        faults = new FaultFinder(editing.draft, editing.queues).faults();
        editing.fields.mark(faults, editing::say);
        parts.get(open).refresh(faults);
        if (typed) {
            boolean changed = !faults.isEmpty() || editing.draft.changed();
            bar.refresh(faults, changed);
            replay.ifPresent(panel -> panel.refresh(faults));
            badge(changed);
            tabs();
        }
    }

    private void badge(boolean changed) {
        badge.removeAll();
        if (!faults.isEmpty()) {
            badge.add(Shape.badge("er", "alert", editing.words.get("badge.faults", String.valueOf(faults.size()))));
        } else if (changed) {
            badge.add(Shape.badge("wa", "edit", editing.words.get("badge.changed")));
        } else {
            badge.add(Shape.badge("ok", "check", editing.words.get("badge.live")));
        }
    }

    private void tabs() {
        tabs.removeAll();
        for (Tab tab : Tab.values()) {
            long wrong = faults.stream().filter(fault -> fault.tab() == tab).count();
            Press press = new Press(tab == open ? "qtab on" : "qtab", editing.words.get("tab." + tab.key()))
                    .test("queue-tab-" + tab.key())
                    .does(() -> choose(tab));
            if (wrong > 0) {
                press.add(Shape.count("er", wrong));
            } else if (tab == Tab.PEOPLE) {
                press.add(Shape.count(
                        "",
                        editing.coverage().servers(editing.draft.steps.all()).size()));
            }
            if (tab == open) {
                press.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(press);
        }
    }
}
