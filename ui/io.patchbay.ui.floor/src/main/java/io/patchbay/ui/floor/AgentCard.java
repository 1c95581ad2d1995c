// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.queue.Code;
import io.patchbay.ui.floor.FloorModel.Tile;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One agent, opened at his tile: what he does now, and what a supervisor can do about it. */
final class AgentCard extends Div {
    private final Floor floor;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Lasting lasting;
    private final Supervision supervision;
    private final List<Code> reasons;
    private final Div head = Shape.box("row");
    private final Div contacts = Shape.box("col");
    private Popover popover = new Popover();
    private Tile shown;

    AgentCard(Floor floor, ViewContext context, Words words, Lasting lasting, Supervision supervision, Tile tile) {
        this.floor = floor;
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.lasting = lasting;
        this.supervision = supervision;
        reasons = floor.queues().codes(Code.Use.NOT_READY);
        shown = tile;
        addClassName("apop");
        add(head, contacts);
        if (supervision.canMove()) {
            add(Shape.text("lab", words.get("agent.set")), presences());
            skills(tile.state().agent()).ifPresent(this::add);
        }
        draw();
    }

    AgentId agent() {
        return shown.state().agent();
    }

    void open(Popover at) {
        popover = at;
        popover.add(this);
        popover.open();
    }

    /** What he does changed while this is open; what is being edited below stays. */
    void follow(Tile tile) {
        boolean news = !tile.contacts().equals(shown.contacts())
                || !tile.ringing().equals(shown.ringing())
                || !tile.state().presence().equals(shown.state().presence());
        shown = tile;
        if (news && popover.isOpened()) {
            draw();
        }
    }

    private void draw() {
        AgentState state = shown.state();
        head.removeAll();
        head.add(
                Shape.tag("b", "", state.name()),
                Shape.space(),
                Shape.badge(
                        Terms.tone(state.presence()).replace("no", ""),
                        Terms.icon(state.presence()),
                        terms.presence(state.presence(), reasons)));
        contacts.removeAll();
        shown.ringing().ifPresent(contact -> contacts.add(ringing(contact)));
        shown.contacts().forEach(contact -> contacts.add(contact(contact)));
    }

    private Div presences() {
        Div presses = Shape.box("pa", set(new Presence.Ready()));
        reasons.stream()
                .filter(code -> !code.retired())
                .forEach(code -> presses.add(set(new Presence.NotReady(code.key()))));
        presses.add(set(new Presence.LoggedOut()));
        return presses;
    }

    private Press set(Presence presence) {
        return new Press("btn s", terms.presence(presence, reasons))
                .icon(Terms.icon(presence))
                .test("set-" + (presence instanceof Presence.NotReady away ? away.reason() : presence.wire()))
                .does(() -> {
                    popover.close();
                    supervision.presence(shown.state(), presence);
                });
    }

    /** What he can do, if the reader may change it where he belongs. */
    private Optional<Component> skills(AgentId agent) {
        return floor.reasons()
                .people()
                .person(context.scope(), new UserId(agent.value()))
                .filter(person -> context.scope().may(Permissions.SUPERVISE, Place.of(person.unit())))
                .map(person -> new SkillLevels(words, floor.queues().skills(), person, supervision));
    }

    /** What rings at his phone, and how to take it. */
    private Component ringing(Interaction contact) {
        Div line = line(contact, "bell", FloorReading.waitingSince(contact));
        if (!supervision.canMove()) {
            return line;
        }
        return Shape.box(
                "col", line, new SittingIn(context, words, supervision, () -> popover.close()).intercept(contact));
    }

    private Div line(Interaction contact, String icon, Instant since) {
        String who = contact.contact().name().orElse(contact.number());
        Div line = Shape.box("row s", Shape.icon(icon), Shape.text("el sp", who));
        line.add(lasting.since(since));
        return line;
    }

    private Component contact(Interaction contact) {
        Div line = line(
                contact,
                Terms.icon(contact.contact().channel()),
                contact.times().answeredAt().orElse(contact.times().arrivedAt()));
        if (!supervision.canMove()) {
            return line;
        }
        Press move = new Press("btn q xs io", "").icon("transfer b14").named(words.get("move"));
        move.does(() -> supervision.chooseTarget(contact, move));
        Press end = new Press("btn q xs io", "").icon("x b14").named(words.get("end"));
        line.add(move, end.does(() -> supervision.end(contact)));
        SittingIn sitting = new SittingIn(context, words, supervision, () -> popover.close());
        return Shape.box("col", line, sitting.presses(contact));
    }
}
