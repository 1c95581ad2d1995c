// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.flow;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.flow.api.Appointment;
import io.patchbay.flow.api.AppointmentCommand;
import io.patchbay.flow.api.Party;
import io.patchbay.ui.kit.part.MomentField;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Agrees a time with the customer in front, in the queue of his contact, by default with the agent himself. */
final class BookForm extends Div {
    private static final Duration USUAL = Duration.ofHours(2);

    private final Interaction contact;
    private final ViewContext context;
    private final MomentField at;
    private final TextField number = new TextField();
    private final TextField matter = new TextField();
    private final Checkbox mine;

    BookForm(Interaction contact, ViewContext context, Words words, Consumer<AppointmentCommand> wish) {
        this.contact = contact;
        this.context = context;
        Instant usual = context.now().plus(USUAL).truncatedTo(ChronoUnit.HOURS);
        at = new MomentField("", Optional.of(usual), context.zone());
        at.setAriaLabel(words.get("at"));
        at.getElement().setAttribute("data-testid", "appointment-at");
        field(number, words.get("number"), "appointment-number");
        number.setVisible(known().isEmpty());
        field(matter, words.get("matter"), "appointment-matter");
        matter.setMaxLength(200);
        mine = new Checkbox(words.get("mine"), true);
        Press book = new Press("btn s", words.get("book")).icon("plus b14").test("appointment-book");
        book.does(() -> read().ifPresent(wish));
        getStyle().set("display", "grid").set("gap", "6px").set("margin-top", "8px");
        add(at, number, matter, mine, book);
    }

    private static void field(TextField field, String name, String test) {
        field.setPlaceholder(name);
        field.setAriaLabel(name);
        field.setWidthFull();
        field.getElement().setAttribute("data-testid", test).setAttribute("autocomplete", "off");
    }

    /** The number he writes or calls from. */
    private Optional<Address.PhoneNumber> known() {
        return contact.contact()
                .from()
                .filter(Address.PhoneNumber.class::isInstance)
                .map(Address.PhoneNumber.class::cast);
    }

    private Optional<Address.PhoneNumber> typed() {
        try {
            return Party.typed(number.getValue()) instanceof Party.OfAddress of
                            && of.address() instanceof Address.PhoneNumber phone
                    ? Optional.of(phone)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the field says so
        }
    }

    /** The wish, if all fields are right. */
    private Optional<AppointmentCommand> read() {
        Optional<Address.PhoneNumber> phone = known().or(this::typed);
        number.setInvalid(phone.isEmpty());
        at.setInvalid(!at.right() || at.getValue().isBlank());
        matter.setInvalid(matter.getValue().isBlank());
        if (number.isInvalid() || at.isInvalid() || matter.isInvalid()) {
            return Optional.empty();
        }
        return at.moment()
                .map(moment -> new AppointmentCommand.Book(new Appointment(
                        Uuid7.at(context.now().toEpochMilli()),
                        new Appointment.With(contact.customer(), phone.get()),
                        contact.placement().queue(),
                        mine.getValue() ? Optional.of(new AgentId(context.user().value())) : Optional.empty(),
                        moment,
                        matter.getValue().strip(),
                        Appointment.State.BOOKED,
                        Optional.empty())));
    }
}
