// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.ui.floor.Reasons.Standing;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.part.WhyList;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The contacts that wait in a queue: where each stands and why, with what can be done about it. */
final class WaitingList extends Dialog {
    private static final int MOST = 100;
    private static final int CREDIT_MINUTES = 10;
    private static final int MOST_CREDIT = 240;

    private final Floor floor;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Supervision supervision;
    private final QueueId queue;
    private final Div body = new Div();

    WaitingList(Floor floor, ViewContext context, Words words, Supervision supervision, QueueId queue, String name) {
        this.floor = floor;
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.supervision = supervision;
        this.queue = queue;
        setHeaderTitle(words.get("waiting.title", name));
        setWidth("min(1180px, 94vw)");
        getElement().setAttribute("data-testid", "waiting-list");
        add(body);
        Press again = new Press("btn", words.get("waiting.again"))
                .icon("refresh")
                .test("waiting-again")
                .does(this::read);
        getFooter().add(again, new Press("btn", words.get("close")).does(this::close));
        read();
    }

    private List<Interaction> waiting() {
        return floor.interactions().open(context.scope()).stream()
                .filter(contact -> contact.placement().queue().equals(queue))
                .filter(contact ->
                        contact.state() == InteractionState.WAITING || contact.state() == InteractionState.OFFERED)
                .sorted(Comparator.comparing(FloorReading::waitingSince))
                .limit(MOST)
                .toList();
    }

    private void read() {
        List<Interaction> contacts = waiting();
        List<InteractionId> ids = contacts.stream().map(Interaction::id).toList();
        context.load(
                () -> floor.reasons().newest(context.scope(), context.locale(), ids),
                standings -> show(contacts, standings));
    }

    private void show(List<Interaction> contacts, Map<InteractionId, Standing> standings) {
        body.removeAll();
        if (contacts.isEmpty()) {
            body.add(Vacant.small(words.get("waiting.none")));
            return;
        }
        Table table = new Table(words.get("waiting"));
        table.column(words.get("waiting.number"), false)
                .column(words.get("waiting.who"), false)
                .column(words.get("waiting.channel"), false)
                .column(words.get("waiting.since"), true);
        table.column(words.get("waiting.step"), true)
                .column(words.get("waiting.credit"), true)
                .column(words.get("waiting.why"), false)
                .column("", false);
        contacts.forEach(contact -> row(table, contact, standings.getOrDefault(contact.id(), Standing.UNKNOWN)));
        body.add(table);
    }

    private void row(Table table, Interaction contact, Standing standing) {
        int credit = contact.placement().priority();
        String step =
                standing.step().map(why -> why.step() + " / " + why.steps()).orElse("–");
        Press why = new Press("lnk", standing.text().isEmpty() ? words.get("waiting.noReason") : standing.text())
                .test("waiting-why");
        why.does(() -> history(contact));
        HtmlContainer row = table.row(List.of(
                Table.number(contact.number()),
                Table.cell(Shape.tag("b", "", contact.contact().name().orElse("–"))),
                Table.cell(terms.channel(contact.contact().channel())),
                Table.number(Running.since(FloorReading.waitingSince(contact))),
                Table.number(step),
                Table.number(credit == 0 ? "0" : words.get("waiting.minutes", QueueTable.signed(credit))),
                Table.cell(why),
                Table.cell(supervision.canMove() ? acts(contact, standing.credit()) : new Div())));
        row.getElement().setAttribute("data-testid", "waiting-" + contact.number());
    }

    private Component acts(Interaction contact, int credit) {
        Press move = new Press("btn s", words.get("move")).icon("transfer").test("waiting-move");
        move.does(() -> supervision.chooseTarget(contact, move));
        Press sooner = new Press("btn s", words.get("waiting.sooner", String.valueOf(CREDIT_MINUTES)));
        sooner.test("waiting-sooner").does(() -> rank(contact, credit + CREDIT_MINUTES));
        Press later = new Press("btn q s", words.get("waiting.later", String.valueOf(CREDIT_MINUTES)));
        later.test("waiting-later").does(() -> rank(contact, credit - CREDIT_MINUTES));
        Press end = new Press("btn q s", words.get("end")).does(() -> {
            close();
            supervision.end(contact);
        });
        return Shape.line("row nb", sooner, later, move, end);
    }

    private void rank(Interaction contact, int minutes) {
        int bounded = Math.max(-MOST_CREDIT, Math.min(MOST_CREDIT, minutes));
        supervision.run(new InteractionCommand.RankInteraction(contact.id(), bounded), this::read);
    }

    private void history(Interaction contact) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(WhyList.title(context.locale()) + " · " + contact.number());
        dialog.setWidth("640px");
        dialog.getFooter().add(new Press("btn", words.get("close")).does(dialog::close));
        context.load(() -> floor.reasons().journal().of(List.of(contact.id())), entries -> {
            dialog.add(new WhyList(
                    entries,
                    floor.reasons().words(context.scope(), context.locale()),
                    new Formats(context.locale(), context.zone()),
                    context.locale()));
            dialog.open();
        });
    }
}
