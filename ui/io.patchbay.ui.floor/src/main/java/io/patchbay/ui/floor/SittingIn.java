// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.function.Function;

/** Listen, whisper, barge in, take over: for who may where the contact lies, each with a reason. */
final class SittingIn {
    private final ViewContext context;
    private final Words words;
    private final Supervision supervision;

    SittingIn(ViewContext context, Words words, Supervision supervision) {
        this.context = context;
        this.words = words;
        this.supervision = supervision;
    }

    /** The buttons of one contact; none for who may not, or for one's own. */
    Span presses(Interaction contact) {
        Span row = Shape.line("row g1");
        PartyId me = PartyId.of(new AgentId(context.user().value()));
        boolean own = !contact.assignments().isEmpty()
                && contact.assignments()
                        .get(contact.assignments().size() - 1)
                        .agent()
                        .equals(new AgentId(context.user().value()));
        if (own
                || contact.state() != InteractionState.CONNECTED
                || !context.scope().may(Permissions.SUPERVISE, contact.place())) {
            return row;
        }
        row.add(
                press("headset", "listen", reason -> new SuperviseCommand.Listen(contact.id(), reason)),
                press("whisper", "whisper", reason -> new SuperviseCommand.Whisper(contact.id(), reason)),
                press("conf", "barge", reason -> new SuperviseCommand.Barge(contact.id(), reason)),
                press("hand", "takeover", reason -> new SuperviseCommand.TakeOver(contact.id(), reason)));
        if (contact.participants().stream().anyMatch(one -> one.id().equals(me))) {
            row.add(new Press("btn s", words.get("sit.stop"))
                    .test("sit-stop")
                    .does(() -> supervision.run(new SuperviseCommand.Stop(contact.id()), () -> {})));
        }
        return row;
    }

    private Press press(String icon, String verb, Function<String, Command> command) {
        return new Press("btn s", words.get("sit." + verb))
                .icon(icon + " b14")
                .test("sit-" + verb)
                .does(() -> ask(verb, command));
    }

    private void ask(String verb, Function<String, Command> command) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(words.get("sit." + verb));
        TextField reason = new TextField(words.get("sit.reason"));
        reason.setWidthFull();
        reason.setMaxLength(SuperviseCommand.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.getElement().setAttribute("data-testid", "sit-reason");
        dialog.add(Shape.text("t2", words.get("sit.why")), reason);
        Press yes = new Press("btn p", words.get("sit." + verb))
                .test("sit-confirm")
                .does(() -> {
                    reason.setInvalid(reason.getValue().isBlank());
                    if (!reason.isInvalid()) {
                        supervision.run(command.apply(reason.getValue().strip()), dialog::close);
                    }
                });
        dialog.getFooter().add(new Press("btn", words.get("cancel")).does(dialog::close), yes);
        dialog.open();
        reason.focus();
    }
}
