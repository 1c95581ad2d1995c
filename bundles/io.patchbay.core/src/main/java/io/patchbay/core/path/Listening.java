// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.Participant;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import java.util.List;
import java.util.function.Consumer;

/** Hears what the remote side of a contact does, and gives it to the step it concerns. */
final class Listening {
    private final SlotState state;
    private final Steps steps;

    Listening(SlotState state, Steps steps) {
        this.state = state;
        this.steps = steps;
    }

    /** Something of a contact's remote side, from the one who speaks for it now or did before. */
    void heard(
            Turn turn,
            LiveInteraction contact,
            ChannelSession from,
            ChannelSignal signal,
            Consumer<InteractionId> typing) {
        if (state.session(contact.id()).filter(from::equals).isPresent()) {
            take(turn, contact, signal, typing);
        } else if (state.origin(contact.id()).filter(from::equals).isPresent()) {
            takeWords(turn, contact, signal);
        }
    }

    private void take(Turn turn, LiveInteraction contact, ChannelSignal signal, Consumer<InteractionId> typing) {
        if (steps.rated.take(turn, contact, signal)
                || steps.callbacks.take(turn, contact, signal)
                || steps.conferring.take(turn, contact, signal)
                || steps.devices.take(turn, contact, signal)) {
            return;
        } else if (signal instanceof ChannelSignal.MessageArrived message) {
            steps.messaging.arrived(turn, contact, Incoming.of(message));
            read(turn, contact, message.text());
        } else if (signal instanceof ChannelSignal.RemoteLeft left) {
            steps.ending.remoteLeft(turn, contact, left.reason(), new Actor.Customer());
        } else if (signal instanceof ChannelSignal.Failed failure) {
            steps.ending.remoteLeft(
                    turn, contact, LiveInteraction.FAILED + failure.reason(), new Actor.Part("channel"));
        } else if (signal instanceof ChannelSignal.MessageDelivered delivered) {
            steps.messaging.delivered(turn, contact, delivered.id());
        } else if (signal instanceof ChannelSignal.MessageFailed failed) {
            steps.messaging.failed(turn, contact, failed.id(), failed.reason());
        } else if (signal instanceof ChannelSignal.FactFound fact) {
            steps.facts.found(turn, contact, fact);
        } else if (signal instanceof ChannelSignal.Typing) {
            turn.after(() -> typing.accept(contact.id()));
        }
    }

    /** What he wrote may be a mark, or a wish to be called back. */
    void read(Turn turn, LiveInteraction contact, String text) {
        steps.rated.read(turn, contact, text);
        if (!contact.closed()) {
            steps.words.read(turn, contact, text);
        }
    }

    /** He is to be called back and still on his old line: only his words count there. */
    private void takeWords(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        if (signal instanceof ChannelSignal.MessageArrived message) {
            steps.messaging.arrived(turn, contact, Incoming.of(message));
            steps.words.read(turn, contact, message.text());
        } else if (signal instanceof ChannelSignal.MessageDelivered delivered) {
            steps.messaging.delivered(turn, contact, delivered.id());
        } else if (signal instanceof ChannelSignal.RemoteLeft || signal instanceof ChannelSignal.Failed) {
            state.originGone(contact.id());
        }
    }

    /** A channel takes a contact up again: its session speaks for it from now on. */
    void resume(Turn turn, LiveInteraction contact, ChannelSession session) {
        InteractionId id = contact.id();
        if (contact.callback()
                .filter(call -> call.phase() != Callback.Phase.TALKING)
                .isPresent()) {
            state.origin(id, session);
            turn.after(() -> session.committed(id, contact.arrived().conversation()));
            return;
        }
        state.session(id, session);
        steps.places.forget(id).accept(turn);
        List<Participant> all = contact.parties().all();
        turn.after(() -> {
            session.committed(id, contact.arrived().conversation());
            whatWasMissed(contact, session);
            contact.engaged()
                    .flatMap(part -> state.agent(part.agent()))
                    .ifPresent(agent ->
                            session.connect(agent.agent(), agent.person().name()));
            contact.offer().ifPresent(part -> session.offer(part.agent(), part.expiresAt()));
            contact.engaged().flatMap(part -> session.conference()).ifPresent(conference -> conference.arrange(all));
        });
    }

    /** The remote side was let go, or its agent taken away, while the channel could not be told. */
    private static void whatWasMissed(LiveInteraction contact, ChannelSession session) {
        if (contact.remoteLeft()) {
            session.end();
        } else if (contact.engaged().isEmpty()
                && contact.offer().isEmpty()
                && !contact.parts().isEmpty()) {
            session.disconnect(contact.parts().get(contact.parts().size() - 1).agent());
        }
    }
}
