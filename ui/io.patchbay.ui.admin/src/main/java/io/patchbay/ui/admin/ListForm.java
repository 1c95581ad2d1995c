// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.flow.api.ListCommand;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.ListEntry.Rule;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Party;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One entry of a list, or a whole table of them. What is asked for here takes effect after two reviews. */
final class ListForm {
    private final Words words;
    private final ViewContext context;
    private final Optional<Listed> listed;
    private final EditForm form;
    private final Select<ListEntry.Colour> colour;
    private final TextField party;
    private final Select<Unit> unit;
    private final Select<Rule.Action> action;
    private final Select<QueueSettings> queue = new Select<>();
    private final IntegerField credit;
    private final TextField reason;
    private final TextField from;
    private final TextField until;
    private final TextArea table = new TextArea();

    ListForm(Optional<Listed> listed, Settings settings, ViewContext context, Words words) {
        this.words = words;
        this.context = context;
        this.listed = listed;
        Optional<ListEntry> entry = listed.map(Listed::entry);
        Inputs inputs = new Inputs(words);
        form = new EditForm(entry.map(this::shown).orElse(words.get("list.new")), under(), context);
        colour = form.field(
                "colour", one("list.colour", "list.", ListEntry.Colour.values(), entry.map(ListEntry::colour)));
        party = form.field(
                "party", inputs.text("list.party", entry.map(this::shown).orElse(""), 80));
        party.setHelperText(words.get("list.party.help"));
        List<Unit> units = settings.people().units(context.scope());
        unit = form.field(
                "unit",
                inputs.unit(
                        "queue.unit",
                        units,
                        entry.map(ListEntry::unit).orElse(units.get(0).id())));
        action = form.field("rule", one("list.rule", "list.rule.", Rule.Action.values(), entry.map(one -> one.rule()
                .action())));
        queues(settings, entry);
        credit = form.field(
                "credit",
                inputs.number(
                        "list.credit", entry.map(one -> one.rule().credit()).orElse(0), -120, 120));
        reason = form.field(
                "reason",
                inputs.text("list.reason", entry.map(ListEntry::reason).orElse(""), 200));
        LocalDate today = LocalDate.now(context.zone());
        from = form.field(
                "from", day("list.from", entry.map(one -> one.term().from()).orElse(today)));
        until = form.field(
                "until", day("list.until", entry.map(one -> one.term().until()).orElse(today.plusMonths(3))));
    }

    private String shown(ListEntry entry) {
        return ListSection.shown(context.scope(), entry);
    }

    /** Who put it there, and when. */
    private String under() {
        return listed.map(one -> words.get(
                        "list.added",
                        one.addedBy().replaceFirst("^user:", ""),
                        new Formats(context.locale(), context.zone()).dated(one.addedAt())))
                .orElse("");
    }

    private <E extends Enum<E>> Select<E> one(String label, String prefix, E[] values, Optional<E> present) {
        Select<E> select = new Select<>();
        select.setLabel(words.get(label));
        select.setItems(values);
        select.setItemLabelGenerator(value -> words.get(prefix + value));
        select.setValue(present.orElse(values[0]));
        select.setWidthFull();
        return select;
    }

    private void queues(Settings settings, Optional<ListEntry> entry) {
        List<QueueSettings> all = settings.queues().queues(context.scope());
        queue.setLabel(words.get("list.queue"));
        queue.setItems(all);
        queue.setItemLabelGenerator(one -> one == null ? "" : one.name());
        queue.setEmptySelectionAllowed(true);
        queue.setWidthFull();
        entry.flatMap(one -> one.rule().queue())
                .flatMap(id -> all.stream().filter(one -> one.id().equals(id)).findFirst())
                .ifPresent(queue::setValue);
        form.field("queue", queue);
        action.addValueChangeListener(change -> queueMatters());
    }

    private void queueMatters() {
        boolean led = action.getValue() == Rule.Action.QUEUE;
        queue.setEnabled(led);
        credit.setEnabled(led);
    }

    private TextField day(String label, LocalDate value) {
        TextField field = new TextField(words.get(label));
        field.setPlaceholder("2026-12-31");
        field.setMaxLength(10);
        field.setWidthFull();
        field.setValue(value.toString());
        return field;
    }

    Component build() {
        form.section(words.get("list.who"), "g2", colour, party, reason, unit);
        form.section(words.get("list.what"), "g3c", action, queue, credit);
        form.section(words.get("list.term"), "g2", from, until);
        if (listed.isEmpty()) {
            table.setWidthFull();
            table.setMinHeight("7em");
            table.setPlaceholder(words.get("list.table.example"));
            table.setAriaLabel(words.get("list.table"));
            form.field("line", table);
            form.section(words.get("list.table"), "", Shape.tag("p", "s t2", words.get("list.table.help")), table);
        }
        queueMatters();
        form.saves(() -> "admin/lists", this::command);
        listed.ifPresent(one -> form.removes(
                shown(one.entry()), new ListCommand.RemoveEntry(one.entry().id()), "admin/lists"));
        return form;
    }

    private Optional<Command> command() {
        if (!table.isEmpty()) {
            return Optional.of(new ListCommand.ImportEntries(
                    table.getValue(), unit.getValue().id()));
        }
        Optional<Party> whom = party();
        Optional<LocalDate> first = day("from", from);
        Optional<LocalDate> last = day("until", until);
        boolean led = action.getValue() == Rule.Action.QUEUE;
        if (reason.isEmpty()) {
            form.wrong("reason", words.get("needed"));
        } else if (led && queue.isEmpty()) {
            form.wrong("queue", words.get("needed"));
        } else if (led && !Inputs.right(credit)) {
            form.wrong("credit", words.get("number.help", "-120", "120"));
        } else if (colour.getValue() == ListEntry.Colour.RED && action.getValue() == Rule.Action.REFUSE) {
            form.wrong("rule", words.get("list.red.refuse"));
        } else if (whom.isPresent() && first.isPresent() && last.isPresent()) {
            return entry(whom.get(), first.get(), last.get(), led);
        }
        return Optional.empty();
    }

    private Optional<Command> entry(Party whom, LocalDate first, LocalDate last, boolean led) {
        if (last.isBefore(first) || last.isAfter(first.plusYears(3))) {
            form.wrong("until", words.get("list.until.wrong"));
            return Optional.empty();
        }
        UUID id = listed.map(one -> one.entry().id()).orElseGet(() -> Uuid7.at(System.currentTimeMillis()));
        return Optional.of(new ListCommand.SaveEntry(new ListEntry(
                id,
                colour.getValue(),
                unit.getValue().id(),
                whom,
                new Rule(
                        action.getValue(),
                        led ? Optional.of(queue.getValue().id()) : Optional.empty(),
                        led ? credit.getValue() : 0),
                reason.getValue().strip(),
                new ListEntry.Term(first, last))));
    }

    /** A masked number that came back as it was stays what it is. */
    private Optional<Party> party() {
        String typed = party.getValue().strip();
        if (listed.isPresent() && typed.equals(shown(listed.get().entry()))) {
            return Optional.of(listed.get().entry().party());
        }
        try {
            return Optional.of(Party.typed(typed));
        } catch (IllegalArgumentException e) {
            form.wrong("party", words.get("list.party.help"));
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String word, TextField field) {
        try {
            return Optional.of(LocalDate.parse(field.getValue().strip()));
        } catch (DateTimeException e) {
            form.wrong(word, words.get("list.day.wrong"));
            return Optional.empty();
        }
    }
}
