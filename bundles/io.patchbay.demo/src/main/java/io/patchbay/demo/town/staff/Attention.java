// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.staff;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand.EndInteraction;
import io.patchbay.api.interaction.InteractionCommand.SendMessage;
import io.patchbay.api.interaction.InteractionCommand.ShowTyping;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Message;
import io.patchbay.demo.town.folk.Matter;
import io.patchbay.demo.town.folk.Matters;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A simulated agent's attention to one contact: reads, types, answers, and ends it when all is said. */
final class Attention {
    /** None any more. */
    static final Attention NONE = new Attention(null, null, null, command -> {}, () -> false);

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(3);
    private static final int PATIENT_LOOKS = 5;

    private final Room room;
    private final InteractionId contact;
    private final Random random;
    private final Consumer<Command> deed;
    private final BooleanSupplier open;
    private int quietLooks;
    private boolean typing;

    Attention(Room room, InteractionId contact, Random random, Consumer<Command> deed, BooleanSupplier open) {
        this.room = room;
        this.contact = contact;
        this.random = random;
        this.deed = deed;
        this.open = open;
    }

    void begin() {
        Interaction found = room.interactions().find(Scope.system(), contact).orElse(null);
        if (found != null && found.contact().channel().value().equals("voice")) {
            // The caller hangs up; only if he forgets, we do.
            room.clockwork().after(LONGEST_CALL, () -> act(new EndInteraction(contact)));
        } else {
            lookAgain();
        }
    }

    private void act(Command command) {
        if (open.getAsBoolean()) {
            deed.accept(command);
        }
    }

    private void lookAgain() {
        room.clockwork().after(LOOK, () -> {
            if (open.getAsBoolean() && look()) {
                lookAgain();
            }
        });
    }

    /** Whether there will be more to see. */
    private boolean look() {
        Interaction found = room.interactions().find(Scope.system(), contact).orElse(null);
        if (found == null || found.state() != InteractionState.CONNECTED) {
            return found != null && found.state() != InteractionState.CLOSED;
        }
        List<Message> said = room.interactions().messages(Scope.system(), contact);
        boolean theirTurn = said.isEmpty() || said.get(said.size() - 1).from() == Message.Author.CUSTOMER;
        if (theirTurn && !typing && !said.isEmpty()) {
            answer(said);
        } else if (!theirTurn && ++quietLooks >= patience(found)) {
            deed.accept(new EndInteraction(contact));
            return false;
        }
        return true;
    }

    private static int patience(Interaction contact) {
        return contact.contact().channel().value().equals("email") ? 4 : PATIENT_LOOKS;
    }

    private void answer(List<Message> said) {
        String first = said.stream()
                .filter(one -> one.from() == Message.Author.CUSTOMER)
                .flatMap(one -> one.text().stream())
                .findFirst()
                .orElse("");
        long answers =
                said.stream().filter(one -> one.from() == Message.Author.AGENT).count();
        Matter matter = room.matters().about(first);
        String words = room.matters().answer(matter, Matters.language(first), (int) answers + 1);
        typing = true;
        deed.accept(new ShowTyping(contact));
        room.clockwork().after(Duration.ofMillis(2_500 + random.nextInt(3_500)), () -> {
            typing = false;
            quietLooks = 0;
            act(new SendMessage(contact, words));
        });
    }
}
