// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.ui.kit.part.MaskedValue;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The customer card with the timeline over all conversations; who is not recognised is chosen or written down. */
@org.osgi.service.component.annotations.Component(service = DeskPanel.class)
public final class CustomerPanel implements DeskPanel {
    private static final int TIMELINE = 50;

    /** The fact of a list that he is to be treated with care. */
    private static final String ALARM = "flow.alarm";

    private final Customers customers;
    private final Interactions interactions;
    private final People people;

    @Activate
    public CustomerPanel(
            @Reference Customers customers, @Reference Interactions interactions, @Reference People people) {
        this.customers = customers;
        this.people = people;
        this.interactions = interactions;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String title(Locale locale) {
        return Words.of(CustomerPanel.class, locale).get("customer");
    }

    @Override
    public Component create(Interaction contact, ViewContext context) {
        Div panel = new Div();
        panel.getElement().setAttribute("data-testid", "customer-panel");
        panel.add(Vacant.loading(5));
        if (contact.customer().isPresent()) {
            context.load(() -> read(contact, context), known -> {
                panel.removeAll();
                alarm(contact, context).ifPresent(panel::add);
                panel.add(
                        known.customer().isPresent()
                                ? card(known, context)
                                : new UnknownCustomer(customers, contact, context));
            });
        } else {
            panel.removeAll();
            alarm(contact, context).ifPresent(panel::add);
            panel.add(new UnknownCustomer(customers, contact, context));
        }
        return panel;
    }

    /** The black list says that he is to be treated with care. */
    private static Optional<Component> alarm(Interaction contact, ViewContext context) {
        return Boolean.TRUE.equals(contact.facts().get(ALARM))
                ? Optional.of(Shape.tip(
                        "er",
                        "alert",
                        Words.of(CustomerPanel.class, context.locale()).get("customer.alarm")))
                : Optional.empty();
    }

    private record Known(Optional<Customer> customer, List<Interaction> contacts) {}

    private Known read(Interaction contact, ViewContext context) {
        var id = contact.customer().orElseThrow();
        return new Known(
                customers.find(context.scope(), id),
                interactions.list(context.scope(), InteractionFilter.of(id, TIMELINE)));
    }

    private Component card(Known known, ViewContext context) {
        Words words = Words.of(CustomerPanel.class, context.locale());
        Terms terms = new Terms(context.locale());
        Customer customer = known.customer().orElseThrow();
        Div name = Shape.box(
                "row",
                Shape.text("xl b el", customer.name()),
                Shape.badge(Terms.tone(customer.tier()), "", terms.tier(customer.tier())));
        Div line = Shape.box("s t2 num el");
        customer.addresses().stream()
                .findFirst()
                .ifPresent(first -> line.add(new MaskedValue(first, context.scope(), words.get("reveal"))));
        Div head =
                Shape.box("cust", Shape.box("row g3", Shape.avatar("l", customer.name()), Shape.box("sp", name, line)));
        Div sections = Shape.box("ctxs");
        if (!customer.remark().isBlank()) {
            sections.add(Shape.tag("section", "", Shape.tip("wa", "info", customer.remark())));
        }
        sections.add(Shape.tag(
                "section", "", Shape.box("sec", words.get("customer.addresses")), addresses(customer, context, words)));
        sections.add(Shape.tag("section", "", new Timeline(known.contacts(), context, words, people)));
        return new Div(head, Shape.box("hr"), sections);
    }

    private Component addresses(Customer customer, ViewContext context, Words words) {
        var list = Shape.tag("dl", "kv");
        for (Address address : customer.addresses()) {
            list.add(Shape.fact(kind(address, words), new MaskedValue(address, context.scope(), words.get("reveal"))));
        }
        customer.care()
                .officer()
                .ifPresent(
                        officer -> list.add(Shape.fact(words.get("customer.officer"), Shape.text("", name(officer)))));
        if (!customer.care().language().isEmpty()) {
            list.add(Shape.fact(
                    words.get("customer.language"),
                    Shape.text(
                            "",
                            Locale.forLanguageTag(customer.care().language()).getDisplayLanguage(context.locale()))));
        }
        return list;
    }

    private String name(AgentId agent) {
        return people.person(Scope.system(), new UserId(agent.value()))
                .map(Person::name)
                .orElse(agent.value());
    }

    private static String kind(Address address, Words words) {
        String scheme = address.text().substring(0, address.text().indexOf(':'));
        return words.or("address." + scheme, scheme);
    }
}
