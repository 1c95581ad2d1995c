// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.DayPicker;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The interactions that match the filters of the address, newest first. */
final class RecordList extends Div {
    private static final List<String> CHANNELS = List.of("voice", "chat", "sms", "email", "loopback");

    private final Archive archive;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Formats formats;
    private final Select<String> channel = new Select<>();
    private final ComboBox<QueueSettings> queue = new ComboBox<>();
    private final Select<InteractionState> state = new Select<>();
    private final ComboBox<Person> agent = new ComboBox<>();
    private final RecordedFilters recorded;
    private final DayPicker from;
    private final DayPicker to;
    private final Span problem = Shape.line("err");
    private final Press clear;
    private final Div box = Shape.box("card tb");
    private Table table;
    private RecordFilter filter = new RecordFilter(java.util.Map.of(), "");
    private boolean filling;

    RecordList(Archive archive, ViewContext context, Words words) {
        this.archive = archive;
        this.context = context;
        this.words = words;
        terms = new Terms(context.locale());
        formats = new Formats(context.locale(), context.zone());
        from = new DayPicker(words.get("filter.from"), context.locale());
        to = new DayPicker(words.get("filter.to"), context.locale());
        recorded = new RecordedFilters(archive, context, words);
        clear = new Press("btn q s", words.get("filter.clear"))
                .icon("x b14")
                .test("filter-clear")
                .does(() -> {
                    filter = filter.withNumber("");
                    context.go(Place.parse("records"));
                });
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "filter-problem");
        addClassName("rc");
        add(filters(), box);
    }

    private Component filters() {
        channel.setItems(CHANNELS);
        channel.setItemLabelGenerator(
                key -> key == null ? words.get("filter.channel") : terms.channel(new ChannelKey(key)));
        channel.setEmptySelectionAllowed(true);
        channel.setPlaceholder(words.get("filter.channel"));
        channel.addValueChangeListener(change -> changed("channel", change.getValue()));
        queue.setItems(archive.queues().queues(context.scope()));
        queue.setItemLabelGenerator(QueueSettings::name);
        queue.setPlaceholder(words.get("filter.queue"));
        queue.setClearButtonVisible(true);
        queue.addValueChangeListener(change -> changed(
                "queue", change.getValue() == null ? "" : change.getValue().id().value()));
        agent.setItems(archive.people().people(context.scope()));
        agent.setItemLabelGenerator(Person::name);
        agent.setPlaceholder(words.get("filter.agent"));
        agent.setAriaLabel(words.get("filter.agent"));
        agent.setClearButtonVisible(true);
        agent.getElement().setAttribute("data-testid", "filter-agent");
        agent.addValueChangeListener(change -> changed(
                "agent",
                change.getValue() == null ? "" : change.getValue().user().value()));
        recorded.onChange(this::changed, number -> changed(filter.withNumber(number)));
        state.setItems(InteractionState.values());
        state.setItemLabelGenerator(one -> one == null ? words.get("filter.state") : terms.state(one));
        state.setEmptySelectionAllowed(true);
        state.setPlaceholder(words.get("filter.state"));
        state.addValueChangeListener(change -> changed(
                "state", change.getValue() == null ? "" : change.getValue().wire()));
        day(from, "from");
        day(to, "to");
        channel.setAriaLabel(words.get("filter.channel"));
        queue.setAriaLabel(words.get("filter.queue"));
        state.setAriaLabel(words.get("filter.state"));
        Div filters = Shape.box(
                "card flt",
                Shape.icon("filter"),
                channel,
                queue,
                agent,
                state,
                from,
                Shape.text("t3", "–"),
                to,
                recorded,
                problem,
                Shape.space(),
                clear);
        return filters;
    }

    private void day(DayPicker picker, String name) {
        picker.setClearButtonVisible(true);
        picker.getElement().setAttribute("data-testid", "filter-" + name);
        picker.addValueChangeListener(change ->
                changed(name, change.getValue() == null ? "" : change.getValue().toString()));
    }

    private void changed(String name, String value) {
        changed(filter.with(name, value));
    }

    private void changed(RecordFilter chosen) {
        if (!filling) {
            filter = chosen.recorded() ? chosen : chosen.with("code", "").withNumber("");
            recorded.show(filter);
            state.setVisible(!filter.recorded());
            context.rewrite(filter.place());
            read();
        }
    }

    void show(Place place) {
        RecordFilter asked = RecordFilter.of(place);
        filter = asked.recorded() ? asked.withNumber(filter.number()) : asked;
        filling = true;
        recorded.show(filter);
        state.setVisible(!filter.recorded());
        agent.setValue(filter.value("agent")
                .flatMap(user -> archive.people().people(context.scope()).stream()
                        .filter(one -> one.user().value().equals(user))
                        .findFirst())
                .orElse(null));
        channel.setValue(filter.value("channel").filter(CHANNELS::contains).orElse(null));
        queue.setValue(filter.value("queue")
                .flatMap(id -> archive.queues().queues(context.scope()).stream()
                        .filter(one -> one.id().value().equals(id))
                        .findFirst())
                .orElse(null));
        state.setValue(filter.value("state")
                .flatMap(wire -> Arrays.stream(InteractionState.values())
                        .filter(one -> one.wire().equals(wire))
                        .findFirst())
                .orElse(null));
        from.setValue(filter.day("from").orElse(null));
        to.setValue(filter.day("to").orElse(null));
        filling = false;
        read();
    }

    private void read() {
        problem.removeAll();
        clear.setVisible(!filter.empty());
        Optional<String> wrong = filter.problem();
        if (wrong.isPresent()) {
            problem.add(Shape.icon("alert b14"), Shape.text("", words.get(wrong.get())));
            box.removeAll();
            box.add(Vacant.page(words.get(wrong.get()), words.get("period.mend")));
            return;
        }
        box.removeAll();
        box.add(Vacant.loading(8));
        RecordFilter asked = filter;
        context.load(() -> list(asked, Optional.empty()), found -> {
            if (asked.equals(filter)) {
                fill(found);
            }
        });
    }

    private List<Interaction> list(RecordFilter asked, Optional<InteractionId> after) {
        if (asked.recorded()) {
            return archive.recordings().find(context.scope(), asked.recordings(context.zone(), after));
        }
        return archive.interactions().list(context.scope(), asked.filter(context.zone(), after));
    }

    private void fill(List<Interaction> found) {
        box.removeAll();
        if (found.isEmpty()) {
            box.add(Vacant.page(
                    words.get("none"), filter.empty() ? words.get("none.yet") : words.get("none.filtered", chosen())));
            return;
        }
        table = new Table(words.get("title"));
        for (String heading : List.of("arrived", "channel", "who", "subject", "queue", "agent")) {
            table.column(words.get("column." + heading), false);
        }
        table.column(words.get("column.waited"), true)
                .column(words.get("column.lasted"), true)
                .column(words.get("column.state"), false);
        Div scroller = Shape.box("tw", table);
        box.add(scroller);
        more(found);
    }

    /** What was chosen, in words, for the empty list. */
    private String chosen() {
        return filter.values().entrySet().stream()
                        .map(one -> words.or("filter." + one.getKey(), one.getKey()) + ": "
                                + said(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "))
                + (filter.number().isEmpty() ? "" : " " + words.get("filter.number"));
    }

    private String said(String name, String value) {
        return switch (name) {
            case "channel" -> terms.channel(new ChannelKey(value));
            case "queue" -> queue.getValue() == null ? value : queue.getValue().name();
            case "agent" -> agent.getValue() == null ? value : agent.getValue().name();
            case "recorded" -> words.get("filter.recorded.yes");
            case "code" -> archive.code(value, context.now(), context.locale());
            case "state" -> state.getValue() == null ? value : terms.state(state.getValue());
            default -> value;
        };
    }

    private void more(List<Interaction> found) {
        found.forEach(this::row);
        if (found.size() == RecordFilter.PAGE) {
            Div foot = Shape.box("more");
            InteractionId last = found.get(found.size() - 1).id();
            foot.add(new Press("btn s", words.get("more")).test("records-more").does(() -> {
                foot.removeFromParent();
                context.load(() -> list(filter, Optional.of(last)), this::more);
            }));
            box.add(foot);
        }
    }

    private void row(Interaction contact) {
        String id = contact.id().toString();
        var link = Shape.tag("a", "b nb");
        link.getElement().setAttribute("href", "records/" + id).setAttribute("router-link", true);
        link.setText(formats.moment(contact.times().arrivedAt(), context.now()));
        Component channelCell = Shape.line(
                "row",
                Shape.icon(Terms.icon(contact.contact().channel())),
                Shape.text("", terms.channel(contact.contact().channel())));
        String who = contact.contact()
                .name()
                .or(() -> contact.contact().remote().map(Masks::masked))
                .orElse("–");
        var row = table.row(
                List.of(
                        Table.cell(link),
                        Table.cell(channelCell),
                        Table.cell(Shape.text("el", who)),
                        Table.cell(
                                Shape.text("el t2", contact.contact().subject().orElse("–"))),
                        Table.cell(Shape.text(
                                "el",
                                archive.queue(
                                        context.scope(), contact.placement().queue()))),
                        Table.cell(Shape.text("el", agents(contact))),
                        Table.number(waited(contact)),
                        Table.number(lasted(contact)),
                        Table.cell(badge(contact))),
                () -> context.go(Place.parse("records/" + id)));
        row.getElement().setAttribute("data-testid", "record").setAttribute("data-number", contact.number());
    }

    private Component badge(Interaction contact) {
        return contact.outcome()
                .map(outcome -> Shape.badge(
                        Terms.tone(outcome),
                        Terms.tone(outcome).equals("ok") ? "check" : "alert",
                        terms.outcome(outcome)))
                .orElseGet(() -> Shape.badge(Terms.tone(contact.state()), "clock", terms.state(contact.state())));
    }

    private String agents(Interaction contact) {
        String names = contact.assignments().stream()
                .filter(part -> part.acceptedAt().isPresent())
                .map(Assignment::agent)
                .distinct()
                .map(agent -> archive.agent(context.scope(), agent))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }

    static String waited(Interaction contact) {
        Instant begin = contact.times().arrivedAt();
        return contact.times()
                .answeredAt()
                .or(() -> contact.times().closedAt())
                .map(end -> Formats.duration(Duration.between(begin, end)))
                .orElse("–");
    }

    static String lasted(Interaction contact) {
        Optional<Instant> end =
                contact.times().remoteLeftAt().or(() -> contact.times().closedAt());
        return contact.times()
                .answeredAt()
                .flatMap(begin -> end.map(last -> Formats.duration(Duration.between(begin, last))))
                .orElse("–");
    }
}
