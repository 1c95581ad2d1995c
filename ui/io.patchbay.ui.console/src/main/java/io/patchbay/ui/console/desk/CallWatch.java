// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.call.LiveCalls.Change;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.console.desk.DeskModel.OnCall;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.console.desk.DeskModel.Voice;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps one desk in step with its agent's phone. Called in the window's UI thread only. */
final class CallWatch {
    private static final Map.Entry<String, Object> DEVICE_ASKED = Map.entry("device", "asked");

    private final CallFeed feed;
    private final ViewContext context;
    private final AgentId me;
    private final Set<InteractionId> asked = new HashSet<>();
    /** Read by the channel's thread. */
    private volatile Set<InteractionId> mine = Set.of();

    private boolean talking;

    CallWatch(CallFeed feed, ViewContext context, AgentId me) {
        this.feed = feed;
        this.context = context;
        this.me = me;
    }

    void start(Runnable changed) {
        context.untilGone(feed.follow(change -> {
            if (change.isEmpty() || concerns(change.get())) {
                context.soon("voice", changed);
            }
        }));
    }

    private boolean concerns(Change change) {
        return change instanceof Change.OfPhone phone
                ? phone.agent().equals(me)
                : change instanceof Change.OfCall call && mine.contains(call.interaction());
    }

    /** Remembers that an accepted call waits for its phone. */
    void accepted(InteractionId id, CommandResult result) {
        if (result instanceof CommandResult.Done done
                && done.result().entrySet().contains(DEVICE_ASKED)) {
            asked.add(id);
        }
    }

    /** Whether there is sound to measure. */
    boolean talking() {
        return talking;
    }

    Voice voice(List<Offer> offers, List<Card> cards) {
        Set<InteractionId> ids = new HashSet<>();
        offers.forEach(offer -> ids.add(offer.contact().id()));
        offers.stream()
                .map(Offer::contact)
                .filter(contact -> contact.contact().direction() != Direction.INBOUND)
                .forEach(begun -> asked.add(begun.id())); // his own phone was asked as it rang
        asked.retainAll(ids);
        cards.forEach(card -> ids.add(card.id()));
        mine = Set.copyOf(ids);
        Optional<OnCall> on = call(cards, Turn.TALKING)
                .or(() -> call(cards, Turn.WRAP_UP))
                .map(card -> new OnCall(card, feed.call(context.scope(), card.id())));
        talking = on.filter(call -> call.card().turn() == Turn.TALKING).isPresent();
        return new Voice(feed.phone(me), Set.copyOf(asked), on);
    }

    private static Optional<Card> call(List<Card> cards, Turn turn) {
        return cards.stream()
                .filter(card -> card.turn() == turn && DeskModel.isCall(card.contact()))
                .findFirst();
    }
}
