// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.command.CommandResult;
import io.patchbay.demo.api.Town;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.demo.api.TownPace;
import io.patchbay.demo.api.TownState;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The town: how busy it shall be, and what happens in it. */
final class TownView extends Div {
    private final Supplier<Optional<Town>> town;
    private final ViewContext context;
    private final Words words;
    private final Span problem = Shape.text("er s", "");
    private final PaceCard pace;
    private final DayCard day;
    private final ChannelTable channels;
    private final StaffCard staff;
    private final Div here;
    private final Div away;

    TownView(Supplier<Optional<Town>> town, Agents agents, ViewContext context) {
        this.town = town;
        this.context = context;
        words = Words.of(TownView.class, context.locale());
        pace = new PaceCard(words, this::change);
        day = new DayCard(words);
        channels = new ChannelTable(words);
        staff = new StaffCard(words, agents, context);
        addClassNames("view", "tw1");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "town-problem");
        here = Shape.box("twg", pace, Shape.box("col g4", day, channels), staff);
        away = Vacant.page(words.get("away.title"), words.get("away.words"));
        add(problem, here, away);
        context.frame(new Div(), new Div());
        context.every(Duration.ofSeconds(1), this::refresh);
        refresh();
    }

    private void refresh() {
        Optional<TownState> now = town.get().map(Town::state);
        here.setVisible(now.isPresent());
        away.setVisible(now.isEmpty());
        now.ifPresent(state -> {
            pace.show(state.pace());
            day.show(state);
            channels.show(state.tallies());
            staff.show(state.staff());
        });
    }

    private void change(TownPace wish) {
        context.run(new TownCommand.ChangePace(wish), result -> {
            problem.setText(
                    result instanceof CommandResult.Refused no ? no.problem().text(context.locale()) : "");
            refresh();
        });
    }
}
