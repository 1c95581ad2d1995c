// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.MomentField;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may: roles with the unit, queues, channels and time they hold in; one line each. */
final class GrantRows extends Div {
    private static final List<String> CHANNELS = List.of("voice", "chat", "sms", "email");

    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final Div list = new Div();
    private final List<Row> rows = new ArrayList<>();

    GrantRows(Settings settings, ViewContext context, Words words, Set<Grant> present) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        Press more = new Press("btn s", words.get("grant.add")).icon("plus b14").test("add-grant");
        more.does(() -> row(Optional.empty()));
        add(list, more);
        present.stream()
                .sorted(Comparator.comparing(grant -> grant.role().value()))
                .forEach(grant -> row(Optional.of(grant)));
    }

    private void row(Optional<Grant> grant) {
        Row row = new Row(grant);
        rows.add(row);
        list.add(row);
    }

    /** Whether each has a role and times that are times. */
    boolean right() {
        return rows.stream().allMatch(Row::right);
    }

    Set<Grant> value() {
        return rows.stream().map(Row::value).collect(Collectors.toSet());
    }

    /** One grant. */
    private final class Row extends Div {
        private final Select<Role> role = new Select<>();
        private final Select<Unit> unit = new Select<>();
        private final MultiSelectComboBox<QueueSettings> queues = new MultiSelectComboBox<>(words.get("grant.queues"));
        private final MultiSelectComboBox<String> channels = new MultiSelectComboBox<>(words.get("grant.channels"));
        private final MomentField from;
        private final MomentField until;

        Row(Optional<Grant> grant) {
            addClassName("grant");
            getElement().setAttribute("data-testid", "grant");
            from = new MomentField(words.get("grant.from"), grant.flatMap(Grant::from), context.zone());
            until = new MomentField(words.get("grant.until"), grant.flatMap(Grant::until), context.zone());
            role.setLabel(words.get("grant.role"));
            role.setItems(settings.people().roles());
            role.setItemLabelGenerator(Role::name);
            role.getElement().setAttribute("data-testid", "grant-role");
            unit.setLabel(words.get("grant.unit"));
            unit.setItems(settings.people().units(context.scope()));
            unit.setEmptySelectionAllowed(true);
            unit.setEmptySelectionCaption(words.get("grant.unit.own"));
            unit.setItemLabelGenerator(one -> one == null ? words.get("grant.unit.own") : one.name());
            unit.getElement().setAttribute("data-testid", "grant-unit");
            queues.setItems(settings.queues().queues(context.scope()));
            queues.setItemLabelGenerator(QueueSettings::name);
            queues.setPlaceholder(words.get("grant.all"));
            channels.setItems(CHANNELS);
            channels.setItemLabelGenerator(key -> words.get("channel." + key));
            channels.setPlaceholder(words.get("grant.all"));
            grant.ifPresent(this::fill);
            Press drop = new Press("btn q io", "")
                    .icon("x b14")
                    .named(words.get("grant.drop"))
                    .test("drop-grant");
            drop.does(() -> {
                rows.remove(this);
                list.remove(this);
            });
            add(role, unit, queues, channels, from, until, drop);
        }

        private void fill(Grant grant) {
            settings.people().roles().stream()
                    .filter(one -> one.id().equals(grant.role()))
                    .findFirst()
                    .ifPresent(role::setValue);
            settings.people().units(context.scope()).stream()
                    .filter(one -> grant.unit().equals(Optional.of(one.id())))
                    .findFirst()
                    .ifPresent(unit::setValue);
            queues.setValue(settings.queues().queues(context.scope()).stream()
                    .filter(one -> grant.queues().contains(one.id()))
                    .collect(Collectors.toSet()));
            channels.setValue(grant.channels().stream()
                    .map(ChannelKey::value)
                    .filter(CHANNELS::contains)
                    .collect(Collectors.toSet()));
        }

        boolean right() {
            role.setInvalid(role.getValue() == null);
            from.setInvalid(!from.right());
            until.setInvalid(!until.right() || reversed());
            if (until.isInvalid() || from.isInvalid()) {
                until.setErrorMessage(words.get("grant.times"));
                from.setErrorMessage(words.get("grant.times"));
            }
            return !role.isInvalid() && !from.isInvalid() && !until.isInvalid();
        }

        private boolean reversed() {
            return from.right()
                    && from.moment().isPresent()
                    && until.moment().isPresent()
                    && !from.moment().get().isBefore(until.moment().get());
        }

        Grant value() {
            Set<ChannelKey> keys = new HashSet<>();
            channels.getValue().forEach(key -> keys.add(new ChannelKey(key)));
            Set<QueueId> ids = new HashSet<>();
            queues.getValue().forEach(queue -> ids.add(queue.id()));
            return new Grant(
                    role.getValue().id(),
                    Optional.ofNullable(unit.getValue()).map(Unit::id),
                    ids,
                    keys,
                    from.moment(),
                    until.moment());
        }
    }
}
