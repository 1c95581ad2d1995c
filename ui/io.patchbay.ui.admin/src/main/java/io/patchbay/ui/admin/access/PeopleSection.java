// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.people.Person;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People at the left; sessions and second factor of the chosen one at the right. */
final class PeopleSection {
    private final Access access;
    private final ViewContext context;
    private final Words words;
    private final Div list = Shape.box("sl");

    PeopleSection(Access access, ViewContext context, Words words) {
        this.access = access;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<Person> people = access.people().people(context.scope()).stream()
                .filter(Person::enabled)
                .toList();
        TextField search = new TextField();
        search.setPlaceholder(words.get("search"));
        search.setAriaLabel(words.get("search"));
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(change -> fill(people, chosen, change.getValue()));
        fill(people, chosen, "");
        Div head = Shape.box("h", Shape.text("", words.get("section.people")), Shape.count("", people.size()));
        Optional<Person> person =
                people.stream().filter(one -> one.user().value().equals(chosen)).findFirst();
        return Shape.box(
                "ad",
                Shape.box("side", head, Shape.box("sf", search), list),
                person.<Component>map(one -> new PersonPanel(access.security(), context, words, one))
                        .orElseGet(() -> Vacant.page(words.get("choose"), "")));
    }

    private void fill(List<Person> people, String chosen, String typed) {
        String asked = typed.strip().toLowerCase(Locale.ROOT);
        list.removeAll();
        people.stream()
                .filter(one ->
                        (one.name() + " " + one.user()).toLowerCase(Locale.ROOT).contains(asked))
                .forEach(one -> list.add(link(one, chosen)));
    }

    private static Component link(Person person, String chosen) {
        String user = person.user().value();
        var link = Shape.tag("a", user.equals(chosen) ? "on" : "");
        link.add(Shape.icon("user"), Shape.text("el sp", person.name()), Shape.text("xs t3 nb", user));
        link.getElement()
                .setAttribute("href", "access/people/" + user)
                .setAttribute("router-link", true)
                .setAttribute("data-testid", "person-" + user);
        return link;
    }
}
