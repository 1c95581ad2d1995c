// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionCommand.Target;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.floor.FloorModel.QueueLine;
import io.patchbay.ui.floor.FloorModel.Tile;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Optional;
import java.util.function.Function;

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

    /** Sets an agent's presence for him, with words that he sees. */
    void presence(AgentState agent, Presence presence) {
        String title = words.get(
                "agent.setTo",
                agent.name(),
                terms.presence(presence, floor.queues().codes(Code.Use.NOT_READY)));
        String told = words.get(presence instanceof Presence.LoggedOut ? "agent.setTo.leaving" : "agent.setTo.why");
        ask(title, told, why -> new AgentCommand.ChangePresence(agent.agent(), presence, Optional.of(why)), () -> {});
    }

    /** Asks for the reason of an act, then does it. */
    void ask(String title, String told, Function<String, Command> command, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        TextField reason = new TextField(words.get("sit.reason"));
        reason.setWidthFull();
        reason.setMaxLength(SuperviseCommand.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.getElement().setAttribute("data-testid", "sit-reason");
        dialog.add(Shape.text("t2", told), reason);
        Press yes = new Press("btn p", words.get("sit.do")).test("sit-confirm").does(() -> {
            reason.setInvalid(reason.getValue().isBlank());
            if (!reason.isInvalid()) {
                run(command.apply(reason.getValue().strip()), () -> {
                    dialog.close();
                    done.run();
                });
            }
        });
        dialog.getFooter().add(new Press("btn", words.get("cancel")).does(dialog::close), yes);
        dialog.open();
        reason.focus();
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
    AgentCard showAgent(Tile tile, Component at) {
        AgentCard card = new AgentCard(floor, context, words, lasting, this, tile);
        card.open(popover(at));
        return card;
    }

    /** The contacts that wait in a queue. */
    void showWaiting(QueueLine queue) {
        new WaitingList(floor, context, words, this, queue.id(), queue.name()).open();
    }
}
