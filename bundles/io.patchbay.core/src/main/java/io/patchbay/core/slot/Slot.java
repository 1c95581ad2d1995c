// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.slot;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the interactions and agents of one queue group are decided: one thread, one turn after the other. State is
 * ahead of the journal only inside: nothing is published or done outside before its entries are durable, in order.
 */
public final class Slot {
    private static final Logger log = LoggerFactory.getLogger(Slot.class);

    private final String name;
    private final Executor thread;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Publisher publisher;
    private CompletionStage<?> written = CompletableFuture.completedStage(null);
    private volatile boolean broken;

    /** Makes an empty slot; {@code thread} runs one thing after the other. */
    public Slot(String name, Executor thread, Ledger ledger, InstantSource clock, Publisher publisher) {
        this.name = name;
        this.thread = thread;
        this.ledger = ledger;
        this.clock = clock;
        this.publisher = publisher;
    }

    public String name() {
        return name;
    }

    /** A turn's entries could not be written for a reason that will not pass; only a restart mends it. */
    public boolean broken() {
        return broken;
    }

    /** Takes a turn. Returns at once; safe for any thread. */
    public void execute(Consumer<Turn> work) {
        thread.execute(() -> {
            Turn turn = new Turn(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            try {
                work.accept(turn);
            } catch (RuntimeException e) {
                log.error("Slot {}: a turn failed; what it had decided is kept", name, e);
            }
            finish(turn);
            Marked.nothing();
        });
    }

    private void finish(Turn turn) {
        List<Interaction> interactions =
                turn.interactions().stream().map(LiveInteraction::view).toList();
        List<AgentDesk> desks = turn.agents().stream().map(LiveAgent::view).toList();
        if (!turn.drafts().isEmpty() || turn.result().isPresent()) {
            written = ledger.append(new Ledger.Batch(turn.drafts(), turn.result()));
        }
        if (interactions.isEmpty() && desks.isEmpty() && turn.effects().isEmpty()) {
            return;
        }
        written.whenComplete((seq, failure) -> {
            if (failure != null) {
                broken = true;
                log.error("Slot {}: its decisions cannot be written; restart Patchbay", name, failure);
                return;
            }
            thread.execute(() -> show(interactions, desks, turn.effects()));
        });
    }

    private void show(List<Interaction> interactions, List<AgentDesk> desks, List<Runnable> effects) {
        guarded(() -> publisher.publish(interactions, desks));
        effects.forEach(this::guarded);
    }

    /** A channel or listener that throws harms nobody else. */
    private void guarded(Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException e) {
            log.error("Slot {}: something outside failed", name, e);
        }
    }
}
