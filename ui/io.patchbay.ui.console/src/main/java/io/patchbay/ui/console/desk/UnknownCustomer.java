// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.CustomerCommand;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Somebody who is not recognised: choose among who matches, search, or write a prospect down. */
final class UnknownCustomer extends Div {
    private static final int MOST = 8;

    private final Customers customers;
    private final Interaction contact;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Div matches = new Div();
    private final Div problem = Shape.box("problem");
    private final TextField name = new TextField();
    private final TextField phone = new TextField();
    private final EmailField mail = new EmailField();
    private final Select<String> tier = new Select<>();
    private final TextArea remark = new TextArea();

    UnknownCustomer(Customers customers, Interaction contact, ViewContext context) {
        this.customers = customers;
        this.contact = contact;
        this.context = context;
        words = Words.of(UnknownCustomer.class, context.locale());
        terms = new Terms(context.locale());
        String who = contact.contact().name().orElse(words.get("nobody"));
        Div line = Shape.box(
                "s t2 num el", contact.contact().remote().map(Masks::masked).orElse(""));
        Div title = Shape.box("row", Shape.text("xl b el", who), Shape.badge("", "info", words.get("unknown")));
        add(
                Shape.box("cust", Shape.box("row g3", Shape.avatar("l", who), Shape.box("sp", title, line))),
                Shape.box("hr"));
        Div sections = Shape.box("ctxs", Shape.tag("section", "", finder()));
        if (context.scope().may(Permissions.CUSTOMERS_EDIT)) {
            sections.add(Shape.tag("section", "", form(who)));
        }
        add(sections);
        contact.contact()
                .from()
                .filter(from -> !(from instanceof Address.ChatVisitor))
                .ifPresent(this::findByAddress);
    }

    private Div finder() {
        TextField search = new TextField();
        search.setPlaceholder(words.get("unknown.search"));
        search.setAriaLabel(words.get("unknown.search"));
        search.setWidthFull();
        search.getElement().setAttribute("data-testid", "customer-search");
        search.addValueChangeListener(change -> find(change.getValue().strip(), "unknown.noMatch"));
        return new Div(Shape.box("sec", words.get("unknown.find")), Shape.box("tform", search, matches), problem);
    }

    private void findByAddress(Address from) {
        find(from.text().substring(from.text().indexOf(':') + 1), "");
    }

    private void find(String typed, String noMatch) {
        if (typed.isEmpty()) {
            matches.removeAll();
            return;
        }
        context.load(() -> customers.search(context.scope(), typed, MOST), found -> show(found, noMatch));
    }

    private void show(List<Customer> found, String noMatch) {
        matches.removeAll();
        if (found.isEmpty() && !noMatch.isEmpty()) {
            matches.add(Shape.box("s t2", words.get("unknown.noMatch")));
        } else if (found.size() > 1) {
            matches.add(Shape.box("s t2", words.get("unknown.several", String.valueOf(found.size()))));
        }
        for (Customer one : found) {
            Press pick = new Press("pick", "").test("customer-pick");
            String address =
                    one.addresses().stream().findFirst().map(Masks::masked).orElse("");
            pick.add(
                    Shape.avatar("s", one.name()),
                    Shape.text("b el", one.name()),
                    Shape.badge(Terms.tone(one.tier()), "", terms.tier(one.tier())));
            pick.add(Shape.space(), Shape.text("xs t3 num nb", address));
            matches.add(pick.does(() -> identify(one.id())));
        }
    }

    private Div form(String who) {
        name.setLabel(words.get("prospect.name"));
        name.setValue(contact.contact().name().isPresent() ? who : "");
        name.setMaxLength(120);
        phone.setLabel(words.get("prospect.phone"));
        phone.setPlaceholder("+8613800002046");
        mail.setLabel(words.get("prospect.mail"));
        tier.setLabel(words.get("prospect.tier"));
        tier.setItems("standard", "silver", "gold", "vip");
        tier.setItemLabelGenerator(terms::tier);
        tier.setValue("standard");
        remark.setLabel(words.get("prospect.remark"));
        remark.setMaxLength(1000);
        name.getElement().setAttribute("data-testid", "prospect-name");
        Press save = new Press("btn p", words.get("prospect.save"))
                .test("prospect-save")
                .does(this::save);
        Div form = Shape.box(
                "tform", name, Shape.box("two", phone, mail), tier, remark, Shape.box("row", Shape.space(), save));
        return new Div(Shape.box("sec", words.get("prospect")), form);
    }

    private void save() {
        name.setInvalid(name.isEmpty());
        name.setErrorMessage(words.get("prospect.nameNeeded"));
        Optional<List<Address>> addresses = Prospect.addresses(
                phone.getValue(), mail.getValue(), contact.contact().remote());
        phone.setInvalid(addresses.isEmpty());
        phone.setErrorMessage(words.get("prospect.phoneForm"));
        if (name.isEmpty() || addresses.isEmpty() || mail.isInvalid()) {
            return;
        }
        CustomerId id = CustomerId.at(context.now().toEpochMilli());
        Customer customer = new Customer(
                id,
                name.getValue().strip(),
                tier.getValue(),
                contact.placement().unit(),
                addresses.get(),
                remark.getValue());
        context.run(new CustomerCommand.SaveCustomer(customer), result -> {
            if (!refused(result)) {
                identify(id);
            }
        });
    }

    private void identify(CustomerId id) {
        context.run(new InteractionCommand.IdentifyCustomer(contact.id(), id), this::refused);
    }

    private boolean refused(CommandResult result) {
        problem.removeAll();
        if (result instanceof CommandResult.Refused no) {
            problem.add(Shape.tip("er", "alert", no.problem().text(context.locale())));
            return true;
        }
        return false;
    }
}
