// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.OpenSession;
import io.patchbay.api.signin.SignInCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One's open sessions: which device, from where, since when; each but this one can be ended. */
final class SessionTable extends Div {
    private final Words words;
    private final Formats formats;
    private final BiConsumer<Command, Runnable> run;
    private List<OpenSession> shown = List.of();

    SessionTable(Words words, Formats formats, BiConsumer<Command, Runnable> run) {
        this.words = words;
        this.formats = formats;
        this.run = run;
        addClassName("tblw");
    }

    void show(List<OpenSession> sessions, String own, Instant now) {
        if (sessions.equals(shown)) {
            return;
        }
        shown = sessions;
        removeAll();
        Table table = new Table(words.get("sec.sessions"));
        List.of("sec.device", "sec.address", "sec.since", "sec.used", "sec.end")
                .forEach(key -> table.column(words.get(key), false));
        for (OpenSession session : sessions) {
            table.row(cells(session, session.id().equals(own), now))
                    .getElement()
                    .setAttribute("data-testid", "session")
                    .setAttribute("data-own", String.valueOf(session.id().equals(own)));
        }
        add(table);
        if (sessions.size() > 1) {
            UserId user = sessions.get(0).user();
            add(new Press("btn", words.get("sec.endOthers"))
                    .test("end-others")
                    .does(() -> run.accept(new SignInCommand.EndOtherSessions(user, own), () -> {})));
        }
    }

    private List<Component> cells(OpenSession session, boolean own, Instant now) {
        Span device = Shape.line(
                "row g1", Shape.text("b", session.device().isEmpty() ? words.get("sec.program") : session.device()));
        if (own) {
            device.add(Shape.badge("ok", "", words.get("sec.this")));
        }
        if (session.newPlace()) {
            device.add(Shape.badge("wa", "", words.get("sec.newPlace")));
        }
        Press end = new Press("btn s", words.get("sec.end"))
                .test("session-end")
                .named(words.get("sec.endNamed", session.device(), session.address()))
                .does(() -> run.accept(new SignInCommand.EndSession(session.user(), session.id()), () -> {}));
        List<Component> cells = new ArrayList<>();
        cells.add(Table.cell(device));
        cells.add(Table.cell(session.address()));
        cells.add(Table.cell(formats.moment(session.since(), now)));
        cells.add(Table.cell(formats.moment(session.usedAt(), now)));
        cells.add(own ? Table.cell("") : Table.cell(end));
        return cells;
    }
}
