// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.people.Person;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.OpenSession;
import io.patchbay.api.signin.SecondFactor;
import io.patchbay.api.signin.SignInCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;

/** One person's open sessions and second factor. */
final class PersonPanel extends HtmlContainer {
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final AccountSecurity security;
    private final ViewContext context;
    private final Words words;
    private final Formats formats;
    private final Person person;
    private final Div sessions = Shape.box("col g1");
    private final Div factor = Shape.box("col g1 accs");
    private final Div message = Shape.box("row sp");

    PersonPanel(AccountSecurity security, ViewContext context, Words words, Person person) {
        super("section");
        this.security = security;
        this.context = context;
        this.words = words;
        this.person = person;
        formats = new Formats(context.locale(), context.zone());
        addClassNames("panel", "ed");
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "access-message");
        Div head = Shape.box(
                "eh",
                Shape.box(
                        "sp",
                        Shape.tag("h2", "", person.name()),
                        Shape.tag("p", "s t2", person.user().value())));
        Div body = Shape.box("eb", part("sessions", sessions), part("factor", factor));
        add(head, body, Shape.box("ef", message));
        showSessions();
        showFactor();
        context.every(LOOK, this::showSessions);
    }

    private Component part(String key, Component content) {
        return Shape.tag("section", "", Shape.tag("h3", "", words.get(key)), content);
    }

    private void showSessions() {
        sessions.removeAll();
        List<OpenSession> open = security.sessions(context.scope(), person.user());
        if (open.isEmpty()) {
            sessions.add(Vacant.small(words.get("sessions.none")));
            return;
        }
        Table table = new Table(words.get("sessions"));
        List.of("device", "address", "since", "used", "end").forEach(key -> table.column(words.get(key), false));
        for (OpenSession one : open) {
            Press end = new Press("btn s", words.get("end"))
                    .test("session-end")
                    .does(() -> run(new SignInCommand.EndSession(one.user(), one.id())));
            table.row(List.of(
                    Table.cell(one.device().isEmpty() ? words.get("program") : one.device()),
                    Table.cell(one.address() + (one.newPlace() ? " · " + words.get("newPlace") : "")),
                    Table.cell(formats.moment(one.since(), context.now())),
                    Table.cell(formats.moment(one.usedAt(), context.now())),
                    Table.cell(end)));
        }
        Press all = new Press("btn", words.get("endAll"))
                .test("end-all")
                .does(() -> run(new SignInCommand.EndOtherSessions(person.user(), "")));
        sessions.add(table, Shape.box("row", all));
    }

    private void showFactor() {
        factor.removeAll();
        security.secondFactor(context.scope(), person.user()).ifPresent(this::show);
    }

    private void show(SecondFactor now) {
        factor.add(
                now.since().isPresent()
                        ? Shape.badge(
                                "ok",
                                "shieldok",
                                words.get("factor.on", formats.dated(now.since().get())))
                        : Shape.badge(now.demanded() ? "wa" : "", "shield", words.get("factor.off")));
        Checkbox demanded = new Checkbox(words.get("factor.demanded"), now.demanded());
        demanded.getElement().setAttribute("data-testid", "factor-demanded");
        demanded.addValueChangeListener(change -> run(new SignInCommand.DemandTotp(person.user(), change.getValue())));
        factor.add(demanded);
        if (now.since().isPresent() && !person.user().equals(context.user())) {
            factor.add(new Press("btn", words.get("factor.reset"))
                    .test("factor-reset")
                    .does(() -> run(new SignInCommand.ResetTotp(person.user()))));
        }
    }

    private void run(Command command) {
        context.run(command, result -> {
            boolean refused = result instanceof CommandResult.Refused;
            String said = result instanceof CommandResult.Refused no
                    ? no.problem().text(context.locale())
                    : words.get("done");
            message.removeAll();
            message.add(Shape.text(refused ? "b er" : "b ok", said));
            showSessions();
            showFactor();
        });
    }
}
