// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import io.patchbay.api.people.Person;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** The people of the reader's units. */
final class PeopleSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    PeopleSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<Person> people = settings.people().people(context.scope());
        List<Item> items = people.stream()
                .map(one -> new Item(
                        one.user().value(),
                        one.name(),
                        one.extension().orElse(one.user().value()),
                        "user",
                        !one.enabled()))
                .toList();
        ListAndForm view = new ListAndForm("admin/people", words.get("section.people"), items, chosen, context);
        Optional<Person> person =
                people.stream().filter(one -> one.user().value().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || person.isPresent()
                        ? new PersonForm(settings, context, words, person).component()
                        : Vacant.page(words.get("choose"), ""));
        return view;
    }
}
