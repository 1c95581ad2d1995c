// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionCommand.Target;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.floor.FloorModel.QueueLine;
import io.patchbay.ui.floor.FloorModel.Tile;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** What a supervisor does: change presence, move and end contacts. */
final class Supervision {
    private final Floor floor;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Lasting lasting;

    Supervision(Floor floor, ViewContext context, Words words, Lasting lasting) {
        this.lasting = lasting;
        this.floor = floor;
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
    }

    boolean canMove() {
        return !lasting.rewound() && context.scope().may(Permissions.SUPERVISE);
    }

    void presence(AgentId agent, Presence presence) {
        run(new AgentCommand.ChangePresence(agent, presence), () -> {});
    }

    /** Gives more time to wrap up, or not. */
    void answer(FloorModel.Matter.MoreTime asked, boolean granted) {
        run(
                new InteractionCommand.AnswerExtension(
                        asked.contact(), asked.agent().state().agent(), granted),
                () -> {});
    }

    void end(Interaction contact) {
        Dialog ask = new Dialog();
        ask.setHeaderTitle(words.get("end.ask", contact.number()));
        ask.add(Shape.text("t2", words.get("end.why")));
        Press yes = new Press("btn er", words.get("end"))
                .test("end-confirm")
                .does(() -> run(new InteractionCommand.EndInteraction(contact.id()), ask::close));
        ask.getFooter().add(new Press("btn", words.get("cancel")).does(ask::close), yes);
        ask.open();
    }

    void run(Command command, Runnable done) {
        context.run(command, result -> {
            if (result instanceof CommandResult.Refused no) {
                refused(no.problem().text(context.locale()));
            } else {
                done.run();
            }
        });
    }

    private void refused(String why) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(words.get("refused"));
        dialog.add(Shape.tip("er", "alert", why));
        dialog.getFooter().add(new Press("btn p", words.get("close")).does(dialog::close));
        dialog.open();
    }

    /** Where a contact shall go, at the button that was pressed. */
    void chooseTarget(Interaction contact, Component at) {
        Popover popover = popover(at);
        Div list = Shape.box("tplist");
        list.add(Shape.text("mh", words.get("move.queues")));
        for (QueueSettings queue : floor.queues().queues(context.scope())) {
            if (!queue.id().equals(contact.placement().queue())) {
                list.add(target("flow", queue.name(), contact, new Target.ToQueue(queue.id()), popover));
            }
        }
        list.add(Shape.text("mh", words.get("move.agents")));
        for (AgentState agent : floor.agents().agents(context.scope())) {
            if (!(agent.presence() instanceof Presence.LoggedOut)) {
                list.add(target("user", agent.name(), contact, new Target.ToAgent(agent.agent()), popover));
            }
        }
        popover.add(Shape.box("tpop", list));
        popover.open();
    }

    private Press target(String icon, String name, Interaction contact, Target target, Popover popover) {
        Press press = new Press("to", "").does(() -> {
            popover.close();
            run(new InteractionCommand.TransferInteraction(contact.id(), target), () -> {});
        });
        press.add(Shape.icon(icon), Shape.text("b el", name));
        return press;
    }

    private static Popover popover(Component at) {
        Popover popover = new Popover();
        popover.setTarget(at);
        popover.setOpenOnClick(false);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                popover.removeFromParent();
            }
        });
        return popover;
    }

    /** One agent: what he does and what a supervisor can do about it. */
    void showAgent(Tile tile, Component at) {
        Popover popover = popover(at);
        Div content = Shape.box("apop");
        AgentState state = tile.state();
        List<Code> reasons = floor.queues().codes(Code.Use.NOT_READY);
        content.add(Shape.box(
                "row",
                Shape.tag("b", "", state.name()),
                Shape.space(),
                Shape.badge(
                        Terms.tone(state.presence()).replace("no", ""),
                        Terms.icon(state.presence()),
                        terms.presence(state.presence(), reasons))));
        tile.contacts().forEach(contact -> content.add(contact(contact)));
        if (canMove()) {
            content.add(Shape.text("lab", words.get("agent.set")));
            Div presses = Shape.box("pa");
            presses.add(set(state.agent(), new Presence.Ready(), reasons, popover));
            reasons.stream()
                    .filter(code -> !code.retired())
                    .forEach(code ->
                            presses.add(set(state.agent(), new Presence.NotReady(code.key()), reasons, popover)));
            presses.add(set(state.agent(), new Presence.LoggedOut(), reasons, popover));
            content.add(presses);
            skills(state.agent()).ifPresent(content::add);
        }
        popover.add(content);
        popover.open();
    }

    /** What he can do, if the reader may change it where he belongs. */
    private Optional<Component> skills(AgentId agent) {
        return floor.reasons()
                .people()
                .person(context.scope(), new UserId(agent.value()))
                .filter(person -> context.scope().may(Permissions.SUPERVISE, Place.of(person.unit())))
                .map(person -> new SkillLevels(words, floor.queues().skills(), person, this));
    }

    private Press set(AgentId agent, Presence presence, List<Code> reasons, Popover popover) {
        return new Press("btn s", terms.presence(presence, reasons))
                .icon(Terms.icon(presence))
                .does(() -> {
                    popover.close();
                    presence(agent, presence);
                });
    }

    private Component contact(Interaction contact) {
        String who = contact.contact().name().orElse(contact.number());
        Div line = Shape.box("row s", Shape.icon(Terms.icon(contact.contact().channel())), Shape.text("el sp", who));
        line.add(lasting.since(
                contact.times().answeredAt().orElse(contact.times().arrivedAt())));
        if (canMove()) {
            Press move = new Press("btn q xs io", "").icon("transfer b14").named(words.get("move"));
            move.does(() -> chooseTarget(contact, move));
            line.add(
                    move,
                    new Press("btn q xs io", "")
                            .icon("x b14")
                            .named(words.get("end"))
                            .does(() -> end(contact)));
            return Shape.box("col", line, new SittingIn(context, words, this).presses(contact));
        }
        return line;
    }

    /** The contacts that wait in a queue. */
    void showWaiting(QueueLine queue) {
        new WaitingList(floor, context, words, this, queue.id(), queue.name()).open();
    }
}
