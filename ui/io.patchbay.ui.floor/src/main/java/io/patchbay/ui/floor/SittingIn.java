// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.html.Span;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Listen, whisper, barge in, take over: for who may where the contact lies, each with a reason. */
final class SittingIn {
    private static final Map<String, Manner> MANNERS =
            Map.of("listen", Manner.LISTENING, "whisper", Manner.WHISPERING, "barge", Manner.TALKING);

    private static final WorkKind CALL = new WorkKind("call");

    private final ViewContext context;
    private final Words words;
    private final Supervision supervision;
    private final Runnable done;

    /**
     * The buttons of one popover.
     *
     * @param done what follows an act that was done: what was shown before it is not true any more
     */
    SittingIn(ViewContext context, Words words, Supervision supervision, Runnable done) {
        this.context = context;
        this.words = words;
        this.supervision = supervision;
        this.done = done;
    }

    /** The buttons of one contact; none for who may not, or for one's own. */
    Span presses(Interaction contact) {
        Span row = Shape.line("row g1");
        PartyId me = PartyId.of(new AgentId(context.user().value()));
        if (own(contact)
                || contact.state() != InteractionState.CONNECTED
                || !context.scope().may(Permissions.SUPERVISE, contact.place())) {
            return row;
        }
        Optional<Manner> now = contact.participants().stream()
                .filter(one -> one.id().equals(me))
                .map(Participant::manner)
                .findFirst();
        row.add(
                press("headset", "listen", now, contact, reason -> new SuperviseCommand.Listen(contact.id(), reason)),
                press("whisper", "whisper", now, contact, reason -> new SuperviseCommand.Whisper(contact.id(), reason)),
                press("conf", "barge", now, contact, reason -> new SuperviseCommand.Barge(contact.id(), reason)),
                press("hand", "takeover", now, contact, reason -> new SuperviseCommand.TakeOver(contact.id(), reason)));
        if (now.isPresent()) {
            row.add(new Press("btn s", words.get("sit.stop"))
                    .test("sit-stop")
                    .does(() -> supervision.run(new SuperviseCommand.Stop(contact.id()), done)));
        }
        return row;
    }

    /** The button of a call that rings at an agent's phone; none for who may not, or at one's own. */
    Span intercept(Interaction contact) {
        Span row = Shape.line("row g1");
        if (!own(contact) && context.scope().may(Permissions.SUPERVISE, contact.place())) {
            row.add(new Press("btn s", words.get("sit.intercept"))
                    .icon("hand b14")
                    .test("sit-intercept")
                    .does(() -> supervision.ask(
                            words.get("sit.intercept"),
                            words.get("sit.intercept.why"),
                            reason -> new SuperviseCommand.Intercept(contact.id(), reason),
                            done)));
        }
        return row;
    }

    private boolean own(Interaction contact) {
        AgentId me = new AgentId(context.user().value());
        return !contact.assignments().isEmpty()
                && contact.assignments()
                        .get(contact.assignments().size() - 1)
                        .agent()
                        .equals(me);
    }

    /** How one is there oneself is pressed in. */
    private Press press(
            String icon, String verb, Optional<Manner> now, Interaction contact, Function<String, Command> command) {
        boolean on = now.filter(manner -> manner == MANNERS.get(verb)).isPresent();
        Press press = new Press(on ? "btn s on" : "btn s", words.get("sit." + verb))
                .icon(icon + " b14")
                .test("sit-" + verb)
                .does(() -> supervision.ask(
                        words.get("sit." + verb), words.get("sit.why"), command, () -> entered(contact)));
        press.getElement().setAttribute("aria-pressed", String.valueOf(on));
        return press;
    }

    /** What is written is read, and answered, on the desk; what is spoken comes to the phone. */
    private void entered(Interaction contact) {
        done.run();
        if (!contact.contact().kind().equals(CALL)) {
            context.go(Place.parse("desk"));
        }
    }
}
