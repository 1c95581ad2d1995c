// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.people.Person;
import io.patchbay.ui.kit.part.DayPicker;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** By whom, to which account, of which kind, when. */
final class TraceFilters extends Div {
    private final Words words;
    private final transient Consumer<TraceFilter> changed;
    private final ComboBox<Person> who = new ComboBox<>();
    private final TextField account = new TextField();
    private final Select<String> kind = new Select<>();
    private final Select<String> refused = new Select<>();
    private final DayPicker from;
    private final DayPicker to;
    private final Span problem = Shape.line("err");
    private final Press clear;
    private final List<Person> people;
    private final List<String> families;
    private TraceFilter filter = new TraceFilter(java.util.Map.of(), "");
    private boolean filling;

    TraceFilters(Sources sources, ViewContext context, Words words, Consumer<TraceFilter> changed, Runnable export) {
        this.words = words;
        this.changed = changed;
        people = sources.people().people(context.scope());
        families = List.copyOf(new ActWords(sources, context).families());
        from = new DayPicker(words.get("filter.from"), context.locale());
        to = new DayPicker(words.get("filter.to"), context.locale());
        clear = new Press("btn q s", words.get("filter.clear"))
                .icon("x b14")
                .test("filter-clear")
                .does(() -> context.go(Place.parse("audit")));
        Press file = new Press("btn p", words.get("export"))
                .icon("dl")
                .test("trace-export")
                .does(export);
        file.setVisible(context.scope().may(io.patchbay.trace.api.Exports.MAKE));
        addClassNames("card", "flt");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "filter-problem");
        build();
        add(Shape.icon("filter"), who, account, kind, refused, from, Shape.text("t3", "–"), to, problem);
        add(Shape.space(), clear, file);
    }

    private void build() {
        who.setItems(people);
        who.setItemLabelGenerator(Person::name);
        who.setPlaceholder(words.get("filter.who"));
        who.setAriaLabel(words.get("filter.who"));
        who.setClearButtonVisible(true);
        who.getElement().setAttribute("data-testid", "filter-who");
        who.addValueChangeListener(change -> tell(
                "who", change.getValue() == null ? "" : change.getValue().user().value()));
        account.setPlaceholder(words.get("filter.account"));
        account.setAriaLabel(words.get("filter.account"));
        account.setClearButtonVisible(true);
        account.setMaxLength(40);
        account.getElement().setAttribute("data-testid", "filter-account").setAttribute("autocomplete", "off");
        account.addValueChangeListener(change -> tell(filter.withAccount(change.getValue())));
        choice(kind, "kind", families);
        choice(refused, "refused", List.of("true", "false"));
        day(from, "from");
        day(to, "to");
    }

    private void choice(Select<String> select, String name, List<String> keys) {
        select.setItems(keys);
        select.setEmptySelectionAllowed(true);
        select.setItemLabelGenerator(
                key -> key == null ? words.get("filter." + name) : words.or(name + "." + key, key));
        select.setPlaceholder(words.get("filter." + name));
        select.setAriaLabel(words.get("filter." + name));
        select.getElement().setAttribute("data-testid", "filter-" + name);
        select.addValueChangeListener(change -> tell(name, change.getValue()));
    }

    private void day(DayPicker picker, String name) {
        picker.setClearButtonVisible(true);
        picker.getElement().setAttribute("data-testid", "filter-" + name);
        picker.addValueChangeListener(change ->
                tell(name, change.getValue() == null ? "" : change.getValue().toString()));
    }

    private void tell(String name, String value) {
        tell(filter.with(name, value));
    }

    private void tell(TraceFilter wanted) {
        if (!filling && !wanted.equals(filter)) {
            changed.accept(wanted);
        }
    }

    /** Shows what is chosen, and what is wrong with it. */
    void show(TraceFilter shown) {
        filling = true;
        filter = shown;
        who.setValue(shown.value("who")
                .flatMap(account -> people.stream()
                        .filter(one -> one.user().value().equals(account))
                        .findFirst())
                .orElse(null));
        account.setValue(shown.account());
        kind.setValue(shown.value("kind").filter(families::contains).orElse(null));
        refused.setValue(shown.value("refused").orElse(null));
        from.setValue(shown.day("from").orElse(null));
        to.setValue(shown.day("to").orElse(null));
        filling = false;
        clear.setVisible(!shown.all());
        problem.removeAll();
        Optional<String> wrong = shown.problem();
        wrong.ifPresent(key -> problem.add(Shape.icon("alert b14"), Shape.text("", words.get(key))));
    }
}
