// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.monitor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.AlarmCommand;
import io.patchbay.api.alarm.Alarms;
import io.patchbay.api.command.CommandResult;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Tabs;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /alarms/SECTION}: what is wrong now, and what was. */
final class AlarmsView extends Div implements FollowsAddress {
    private static final List<String> SECTIONS = List.of("open", "past");
    private static final int PAST = 200;

    private final Supplier<Optional<Alarms>> alarms;
    private final ViewContext context;
    private final Words words;
    private final Tabs tabs;
    private final Span problem = Shape.text("er s", "");
    private final Div body = new Div();
    private final AlarmTable table;
    private String section = SECTIONS.get(0);

    AlarmsView(Supplier<Optional<Alarms>> alarms, ViewContext context) {
        this.alarms = alarms;
        this.context = context;
        words = Words.of(AlarmsView.class, context.locale());
        tabs = new Tabs("alarms", words.get("title"), key -> words.get("section." + key));
        table = new AlarmTable(context, words, this::acknowledge);
        addClassNames("view", "adw", "vow");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "alarm-problem");
        body.getStyle().set("min-height", "0").set("overflow", "auto");
        context.frame(new Div(), new Div());
        add(new Div(tabs, problem), body);
        context.every(Duration.ofSeconds(1), this::refresh);
    }

    @Override
    public void show(Place place) {
        section = place.segment(1).filter(SECTIONS::contains).orElse(SECTIONS.get(0));
        tabs.show(SECTIONS, section);
        context.crumb(words.get("section." + section));
        refresh();
    }

    private void refresh() {
        Optional<Alarms> now = alarms.get();
        if (now.isEmpty()) {
            put(Vacant.page(words.get("away.title"), words.get("away.words")));
            return;
        }
        boolean open = section.equals("open");
        List<Alarm> shown = open ? now.get().open() : now.get().past(PAST);
        table.show(section, shown);
        put(table);
    }

    private void put(Component shown) {
        if (shown.getParent().isEmpty()) {
            body.removeAll();
            body.add(shown);
        }
    }

    private void acknowledge(Alarm alarm) {
        context.run(new AlarmCommand.Acknowledge(alarm.id()), result -> {
            problem.setText(
                    result instanceof CommandResult.Refused no ? no.problem().text(context.locale()) : "");
            refresh();
        });
    }
}
