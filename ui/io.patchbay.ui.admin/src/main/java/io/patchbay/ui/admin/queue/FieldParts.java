// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.QueueRules.Closed;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.Shape;
import java.util.ArrayList;
import java.util.List;

/** The parts that are plain fields: basics, priority, waiting. */
final class FieldParts {
    private final Editing editing;
    private final QueueDraft draft;
    private final Fields fields;

    FieldParts(Editing editing) {
        this.editing = editing;
        this.draft = editing.draft;
        this.fields = editing.fields;
    }

    /** Fields mark their faults themselves. */
    private record Plain(Component body) implements Part {
        @Override
        public void refresh(List<Fault> faults) {}
    }

    Part basics() {
        var id = fields.text(Phrasing.ID);
        id.setReadOnly(!draft.fresh);
        List<Unit> units = editing.services.people().units(editing.context.scope());
        Unit own = units.stream()
                .filter(unit -> unit.id().equals(draft.unit))
                .findFirst()
                .orElse(units.get(0));
        Select<Unit> unit = fields.choice("unit", units, Unit::name, own, chosen -> draft.unit = chosen.id());
        unit.setLabel(word("text.unit"));
        return page(editing.group("group.basics", "g2", id, fields.text(Phrasing.NAME), unit));
    }

    Part priority() {
        List<Person> people = editing.services.people().people(editing.context.scope()).stream()
                .filter(Person::enabled)
                .toList();
        MultiSelectComboBox<Person> agents = new MultiSelectComboBox<>(word("text.agents"));
        agents.setItems(people);
        agents.setItemLabelGenerator(Person::name);
        agents.setWidthFull();
        agents.setManualValidation(true);
        agents.setValue(people.stream().filter(this::dedicated).toList());
        agents.addValueChangeListener(change -> {
            draft.dedicated = change.getValue().stream()
                    .map(one -> new AgentId(one.user().value()))
                    .sorted()
                    .toList();
            editing.changed();
        });
        return page(
                editing.group("group.credit", "g2", fields.amount(Amount.PRIORITY)),
                editing.group("group.officer", "g2", fields.amount(Amount.OFFICER)),
                editing.group(
                        "group.dedicated", "g2", fields.named("agents", agents), fields.amount(Amount.DEDICATED)));
    }

    private boolean dedicated(Person person) {
        return draft.dedicated.contains(new AgentId(person.user().value()));
    }

    Part waiting() {
        Checkbox callback = new Checkbox(word("text.callback"), draft.callback);
        callback.getElement().setAttribute("data-testid", "field-offered");
        callback.addValueChangeListener(change -> {
            draft.callback = change.getValue();
            editing.changed();
        });
        return page(
                editing.group("group.limits", "g2", fields.amount(Amount.WAITING), fields.amount(Amount.LONGEST)),
                hours(),
                editing.group("group.greeting", "g2", fields.area(Phrasing.CHINESE), fields.area(Phrasing.ENGLISH)),
                editing.group(
                        "group.callback",
                        "col g3",
                        callback,
                        Shape.box(
                                "g3c",
                                fields.amount(Amount.CALLBACK),
                                fields.amount(Amount.TRIES),
                                fields.amount(Amount.PAUSE))));
    }

    private Component hours() {
        Select<QueueId> instead = fields.choice(
                "instead",
                others(),
                editing.names.queue(),
                draft.instead.orElse(null),
                chosen -> draft.instead = java.util.Optional.ofNullable(chosen));
        instead.setLabel(word("text.instead"));
        instead.setVisible(draft.closed == Closed.QUEUE);
        Select<Closed> closed = fields.choice(
                "closed", List.of(Closed.values()), one -> word("closed." + one), draft.closed, chosen -> {
                    draft.closed = chosen;
                    instead.setVisible(chosen == Closed.QUEUE);
                    if (chosen != Closed.QUEUE) {
                        instead.clear();
                    }
                });
        closed.setLabel(word("text.closed"));
        return editing.group("group.hours", "g2", fields.text(Phrasing.CALENDAR), closed, instead);
    }

    private List<QueueId> others() {
        List<QueueId> others =
                new ArrayList<>(editing.queues.stream().map(QueueSettings::id).toList());
        others.removeIf(id -> id.value().equals(draft.text(Phrasing.ID)));
        return others;
    }

    private static Part page(Component... groups) {
        return new Plain(Shape.box("qpart", groups));
    }

    private String word(String key) {
        return editing.words.get(key);
    }
}
