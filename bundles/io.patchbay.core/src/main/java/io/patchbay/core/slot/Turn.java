// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.slot;

import io.patchbay.api.agent.AgentState;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.Opener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of a slot: what it decides is taken into its state at once, written to the journal as one batch, and told to
 * the outside only after that. Used by the slot's thread only.
 */
public final class Turn {
    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    private final Instant now;
    private final List<JournalDraft> drafts = new ArrayList<>();
    private final List<Runnable> effects = new ArrayList<>();
    private final Set<LiveInteraction> interactions = new LinkedHashSet<>();
    private final Set<LiveAgent> agents = new LinkedHashSet<>();
    private Optional<Ledger.KeptResult> result = Optional.empty();

    Turn(Instant now) {
        this.now = now;
    }

    /** The moment of all that is decided in this turn, in milliseconds. */
    public Instant now() {
        return now;
    }

    /** Begins an interaction. */
    public LiveInteraction arrive(
            InteractionId id, UnitId unit, long epoch, InteractionEvent.Arrived arrived, Actor actor) {
        Marked.with(id);
        LiveInteraction interaction = new LiveInteraction(id, unit, epoch, arrived, now, Opener.FRESH);
        draft(interaction, arrived, actor);
        touch(interaction);
        return interaction;
    }

    /** Something happens to an interaction. */
    public void record(LiveInteraction interaction, CoreEvent event, Actor actor) {
        touch(interaction);
        interaction.apply(event, now, Opener.FRESH);
        draft(interaction, event, actor);
    }

    private static Optional<AgentState.SetBy> setBy(PresenceEvent.Changed event, Actor actor) {
        return actor instanceof Actor.Person person
                ? event.why().map(why -> new AgentState.SetBy(person.user(), why))
                : Optional.empty();
    }

    /** An agent's presence changes. */
    public void record(LiveAgent agent, PresenceEvent.Changed event, Actor actor) {
        agent.presence(event.presence(), now, setBy(event, actor));
        drafts.add(new JournalDraft(
                now,
                CoreEvents.type(event),
                CoreEvents.VERSION,
                JournalDraft.Subject.NONE,
                actor.text(),
                agent.person().unit(),
                0,
                CoreEvents.body(event),
                Optional.empty()));
        agents.add(agent);
    }

    /** An agent's desk changed by what was recorded. */
    public void touch(LiveAgent agent) {
        agents.add(agent);
    }

    /** An interaction is here, though nothing happened to it; from here on the log names it. */
    public void touch(LiveInteraction interaction) {
        Marked.with(interaction.id());
        interactions.add(interaction);
    }

    /** Runs once everything so far is durable, on the slot's thread, after the new pictures are published. */
    public void after(Runnable effect) {
        effects.add(Marked.asNow(effect));
    }

    /** Keeps a command's answer with its entries. */
    public void keep(Ledger.KeptResult kept) {
        result = Optional.of(kept);
    }

    private void draft(LiveInteraction interaction, CoreEvent event, Actor actor) {
        InteractionEvent.Arrived arrived = interaction.arrived();
        boolean conversational = event instanceof MessageEvent
                || event instanceof AssignmentEvent.Ended
                || event instanceof InteractionEvent.NoteAdded;
        ContentOwner owner = conversational
                ? new ContentOwner(
                        ContentOwner.Kind.CONVERSATION, arrived.conversation().value())
                : new ContentOwner(
                        ContentOwner.Kind.INTERACTION, interaction.id().value());
        log.debug("{} by {}", CoreEvents.type(event), actor.text());
        drafts.add(new JournalDraft(
                now,
                CoreEvents.type(event),
                CoreEvents.VERSION,
                new JournalDraft.Subject(Optional.of(interaction.id()), Optional.of(arrived.conversation())),
                actor.text(),
                interaction.unit(),
                interaction.epoch(),
                CoreEvents.body(event),
                Optional.of(owner)));
    }

    List<JournalDraft> drafts() {
        return drafts;
    }

    List<Runnable> effects() {
        return effects;
    }

    Set<LiveInteraction> interactions() {
        return interactions;
    }

    Set<LiveAgent> agents() {
        return agents;
    }

    Optional<Ledger.KeptResult> result() {
        return result;
    }
}
