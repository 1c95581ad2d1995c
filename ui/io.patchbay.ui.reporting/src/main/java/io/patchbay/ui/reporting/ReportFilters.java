// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.ui.kit.part.DayPicker;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The line above a report: which, when, narrowed by what. */
final class ReportFilters extends Div {
    private static final List<String> CHANNELS = List.of("voice", "chat", "sms", "email");

    private final ViewContext context;
    private final Words words;
    private final Consumer<ReportChoice> changed;
    private final Select<ReportKind> kind = new Select<>();
    private final DayPicker from;
    private final DayPicker to;
    private final ComboBox<QueueSettings> queue = new ComboBox<>();
    private final Select<String> channel = new Select<>();
    private final ComboBox<AgentState> agent = new ComboBox<>();
    private final Span problem = Shape.line("err");
    private final Press download;
    private final Sources sources;
    private ReportChoice choice = new ReportChoice("", java.util.Map.of());
    private boolean filling;

    ReportFilters(Sources sources, ViewContext context, Words words, Consumer<ReportChoice> changed, Runnable csv) {
        this.sources = sources;
        this.context = context;
        this.words = words;
        this.changed = changed;
        from = new DayPicker(words.get("from"), context.locale());
        to = new DayPicker(words.get("to"), context.locale());
        addClassNames("card", "flt");
        download = new Press("btn p", words.get("csv"))
                .icon("dl")
                .test("report-csv")
                .does(csv);
        download.setVisible(
                sources.exports().get().isPresent() && context.scope().may(Permissions.EXPORT));
        Press run = new Press("btn", words.get("run"))
                .icon("refresh")
                .test("report-run")
                .does(() -> changed.accept(choice));
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "report-problem");
        build();
        kind.getStyle().set("width", "220px");
        add(kind, from, Shape.text("t3", "–"), to, queue, channel, agent, problem, Shape.space(), run, download);
    }

    private void build() {
        kind.setItemLabelGenerator(one -> one.name(context.locale()));
        kind.setAriaLabel(words.get("kind"));
        kind.getElement().setAttribute("data-testid", "report-kind");
        kind.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                tell(choice.ofKind(change.getValue().key()));
            }
        });
        day(from, "from");
        day(to, "to");
        queue.setItems(sources.queues().queues(context.scope()));
        queue.setItemLabelGenerator(QueueSettings::name);
        queue.setPlaceholder(words.get("queue"));
        queue.setAriaLabel(words.get("queue"));
        queue.setClearButtonVisible(true);
        queue.addValueChangeListener(change -> tell(choice.with(
                "queue", change.getValue() == null ? "" : change.getValue().id().value())));
        Terms terms = new Terms(context.locale());
        channel.setItems(CHANNELS);
        channel.setEmptySelectionAllowed(true);
        channel.setItemLabelGenerator(key -> key == null ? words.get("channel") : terms.channel(new ChannelKey(key)));
        channel.setPlaceholder(words.get("channel"));
        channel.setAriaLabel(words.get("channel"));
        channel.addValueChangeListener(change -> tell(choice.with("channel", change.getValue())));
        agent.setItems(sources.agents().agents(context.scope()));
        agent.setItemLabelGenerator(AgentState::name);
        agent.setPlaceholder(words.get("agent"));
        agent.setAriaLabel(words.get("agent"));
        agent.setClearButtonVisible(true);
        agent.addValueChangeListener(change -> tell(choice.with(
                "agent",
                change.getValue() == null ? "" : change.getValue().agent().value())));
    }

    private void day(DayPicker picker, String name) {
        picker.getElement().setAttribute("data-testid", "report-" + name);
        picker.addValueChangeListener(change -> tell(choice.with(
                name, change.getValue() == null ? "" : change.getValue().toString())));
    }

    private void tell(ReportChoice wanted) {
        if (!filling && !wanted.equals(choice)) {
            choice = wanted;
            changed.accept(wanted);
        }
    }

    void show(ReportChoice shown, List<ReportKind> kinds, LocalDate today) {
        filling = true;
        kind.setItems(kinds);
        kinds.stream().filter(one -> one.key().equals(shown.kind())).findFirst().ifPresent(kind::setValue);
        var request = shown.request(today, context.zone());
        from.setValue(request.from());
        to.setValue(request.to());
        filling = false;
        choice = shown;
    }

    /** Says why a report was refused; empty takes the words away. */
    void refused(String why) {
        problem.removeAll();
        download.setEnabled(why.isEmpty());
        from.setInvalid(!why.isEmpty());
        to.setInvalid(!why.isEmpty());
        if (!why.isEmpty()) {
            problem.add(Shape.icon("alert b14"), Shape.text("", why));
        }
    }
}
