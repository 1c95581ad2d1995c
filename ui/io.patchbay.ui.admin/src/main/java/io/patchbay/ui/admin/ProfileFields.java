// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.StaffTerm.Kind;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Post, level, groups, and the house's own fields of a member of staff. */
final class ProfileFields {
    private final List<StaffTerm> terms;
    private final ViewContext context;
    private final Words words;
    private final Select<StaffTerm> post;
    private final Select<StaffTerm> level;
    private final MultiSelectComboBox<StaffTerm> groups;
    private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();
    private final List<Component> shown = new ArrayList<>();

    ProfileFields(List<StaffTerm> terms, Profile present, EditForm form, ViewContext context, Words words) {
        this.terms = terms;
        this.context = context;
        this.words = words;
        post = form.field("post", choice(Kind.POST, "person.post", present.post()));
        level = form.field("level", choice(Kind.LEVEL, "person.level", present.level()));
        groups = new MultiSelectComboBox<>(words.get("person.groups"));
        groups.setItems(of(Kind.GROUP));
        groups.setItemLabelGenerator(term -> term.name(context.locale()));
        groups.setWidthFull();
        groups.setValue(of(Kind.GROUP).stream()
                .filter(term -> present.groups().contains(term.id()))
                .collect(Collectors.toSet()));
        shown.addAll(List.of(post, level, groups));
        of(Kind.FIELD).forEach(term -> field(form, term, present.fields().getOrDefault(term.id(), "")));
    }

    private List<StaffTerm> of(Kind kind) {
        return terms.stream().filter(term -> term.kind() == kind).toList();
    }

    private Select<StaffTerm> choice(Kind kind, String label, Optional<String> present) {
        Select<StaffTerm> select = new Select<>();
        select.setLabel(words.get(label));
        select.setItems(of(kind));
        select.setEmptySelectionAllowed(true);
        select.setItemLabelGenerator(term -> term == null ? words.get("unit.none") : term.name(context.locale()));
        select.setWidthFull();
        of(kind).stream()
                .filter(term -> present.equals(Optional.of(term.id())))
                .findFirst()
                .ifPresent(select::setValue);
        return select;
    }

    private void field(EditForm form, StaffTerm term, String value) {
        String label = term.name(context.locale());
        if (term.type() == StaffTerm.Type.CHOICE || term.type() == StaffTerm.Type.FLAG) {
            Select<String> select = new Select<>();
            select.setLabel(label);
            select.setItems(term.type() == StaffTerm.Type.FLAG ? List.of("true", "false") : term.choices());
            select.setEmptySelectionAllowed(true);
            select.setItemLabelGenerator(one -> one == null
                    ? words.get("unit.none")
                    : term.type() == StaffTerm.Type.FLAG ? words.get("flag." + one) : one);
            select.setWidthFull();
            if (!value.isEmpty()) {
                select.setValue(value);
            }
            shown.add(form.field("field-" + term.id(), select));
            fields.put(term.id(), () -> Optional.ofNullable(select.getValue()).orElse(""));
        } else {
            TextField text = new TextField(label);
            text.setValue(value);
            text.setMaxLength(200);
            text.setRequiredIndicatorVisible(term.required());
            text.setPlaceholder(term.type() == StaffTerm.Type.DATE ? "2026-12-01" : "");
            text.setWidthFull();
            shown.add(form.field("field-" + term.id(), text));
            fields.put(term.id(), () -> text.getValue().strip());
        }
    }

    Component[] components() {
        return shown.toArray(Component[]::new);
    }

    Profile value() {
        Map<String, String> filled = new LinkedHashMap<>();
        fields.forEach((id, value) -> {
            if (!value.get().isEmpty()) {
                filled.put(id, value.get());
            }
        });
        Set<String> chosen = groups.getValue().stream().map(StaffTerm::id).collect(Collectors.toSet());
        return new Profile(
                Optional.ofNullable(post.getValue()).map(StaffTerm::id),
                Optional.ofNullable(level.getValue()).map(StaffTerm::id),
                chosen,
                filled);
    }
}
