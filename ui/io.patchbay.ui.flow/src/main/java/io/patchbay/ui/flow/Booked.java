// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.flow;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.flow.api.Appointment;
import io.patchbay.flow.api.AppointmentCommand;
import io.patchbay.flow.api.Appointments;
import io.patchbay.ui.kit.part.MomentField;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The appointments of one contact's customer in one window. */
final class Booked {
    private final Appointments appointments;
    private final Div panel;
    private final Interaction contact;
    private final ViewContext context;
    private final Words words;
    private final Set<UUID> fresh = new HashSet<>();

    Booked(Appointments appointments, Div panel, Interaction contact, ViewContext context) {
        this.appointments = appointments;
        this.panel = panel;
        this.contact = contact;
        this.context = context;
        words = Words.of(Booked.class, context.locale());
    }

    void show() {
        panel.removeAll();
        var box = Shape.tag("section", "", Shape.box("sec", words.get("appointments")));
        List<Appointment> his = appointments.appointments(context.scope()).stream()
                .filter(one -> one.state() == Appointment.State.BOOKED && his(one))
                .toList();
        his.forEach(one -> box.add(line(one)));
        if (his.isEmpty()) {
            box.add(Vacant.small(words.get("none")));
        }
        box.add(new BookForm(contact, context, words, this::carryOut));
        panel.add(box);
    }

    /** With the customer, from the same number, or agreed here: who is unknown gives a number of his. */
    private boolean his(Appointment one) {
        Optional<Address> number = Optional.of(one.with().number());
        return one.with()
                        .customer()
                        .filter(who -> contact.customer().equals(Optional.of(who)))
                        .isPresent()
                || contact.contact().remote().equals(number)
                || fresh.contains(one.id());
    }

    private Component line(Appointment one) {
        Formats formats = new Formats(context.locale(), context.zone());
        Div head = Shape.box(
                "row s",
                Shape.text("b el num", formats.moment(one.at(), context.now())),
                Shape.space(),
                Shape.text("xs t3", one.agent().map(this::with).orElse("")));
        MomentField at = new MomentField("", Optional.of(one.at()), context.zone());
        at.setAriaLabel(words.get("at"));
        at.getElement().setAttribute("data-testid", "appointment-moved");
        Press move = new Press("btn xs", words.get("move")).test("appointment-move");
        move.does(() -> {
            at.setInvalid(!at.right() || at.getValue().isBlank());
            if (!at.isInvalid()) {
                at.moment().ifPresent(moment -> carryOut(new AppointmentCommand.Move(one.id(), moment)));
            }
        });
        Press cancel = new Press("btn q xs", words.get("cancel")).test("appointment-cancel");
        cancel.does(() -> carryOut(new AppointmentCommand.Cancel(one.id())));
        Div line = Shape.box("asg", head, Shape.text("s", one.matter()), Shape.box("row g1", at, move, cancel));
        line.getElement().setAttribute("data-testid", "appointment");
        return line;
    }

    private String with(AgentId agent) {
        return agent.value().equals(context.user().value()) ? words.get("mine") : agent.value();
    }

    private void carryOut(Command wish) {
        if (wish instanceof AppointmentCommand.Book book) {
            fresh.add(book.appointment().id());
        }
        context.run(wish, this::answered);
    }

    private void answered(CommandResult result) {
        if (result instanceof CommandResult.Refused no) {
            panel.add(Shape.tip("er", "alert", no.problem().text(context.locale())));
        } else {
            show();
        }
    }
}
