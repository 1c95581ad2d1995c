// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Journal lines made up from the samples when they are asked for. */
final class SampleJournal implements Journal {
    private final SampleCore core;

    SampleJournal(SampleCore core) {
        this.core = core;
    }

    @Override
    public CompletionStage<Long> append(List<JournalDraft> drafts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<JournalEntry> read(long after, int limit) {
        return List.of();
    }

    @Override
    public List<JournalEntry> of(Collection<InteractionId> interactions) {
        List<JournalEntry> lines = new ArrayList<>();
        for (InteractionId id : interactions) {
            Interaction c = core.contacts.get(id);
            Confidential sealed = new Confidential.Sealed("7c1e".repeat(16));
            Instant at = c.times().arrivedAt();
            AgentId agent = c.assignments().isEmpty()
                    ? new AgentId("bob")
                    : c.assignments().get(0).agent();
            line(
                    lines,
                    id,
                    at,
                    new InteractionEvent.Arrived(
                            c.number(),
                            c.conversation(),
                            c.contact().channel(),
                            c.contact().kind(),
                            c.contact().direction(),
                            c.placement().queue(),
                            sealed,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "zh-CN",
                            Optional.empty()));
            line(
                    lines,
                    id,
                    at.plusMillis(17),
                    new InteractionEvent.Identified(
                            c.customer().isPresent() ? "known" : "unknown",
                            c.customer(),
                            c.customer().map(x -> "gold")));
            line(
                    lines,
                    id,
                    at.plusMillis(40),
                    new InteractionEvent.Queued(c.placement().queue(), 0, Optional.empty()));
            line(
                    lines,
                    id,
                    at.plusMillis(900),
                    new AssignmentEvent.Offered(agent, at.plusSeconds(15), "longest idle: 26 s"));
            line(lines, id, at.plusMillis(5900), new AssignmentEvent.Accepted(agent));
            line(lines, id, at.plusMillis(5930), new InteractionEvent.Connected(agent));
            line(lines, id, at.plusSeconds(240), new InteractionEvent.RemoteLeft("customer"));
            line(lines, id, at.plusSeconds(240), new AssignmentEvent.WrapUpBegan(agent, at.plusSeconds(300)));
            line(
                    lines,
                    id,
                    at.plusSeconds(278),
                    new AssignmentEvent.Ended(
                            agent, Assignment.End.COMPLETED, Optional.of("enquiry"), Optional.empty()));
            line(lines, id, at.plusSeconds(278), new InteractionEvent.Closed(Outcome.HANDLED, Optional.empty()));
        }
        return lines;
    }

    private static void line(List<JournalEntry> lines, InteractionId id, Instant at, CoreEvent event) {
        lines.add(new JournalEntry(
                8842117L + lines.size(),
                at,
                CoreEvents.type(event),
                1,
                Optional.of(id),
                "system:core",
                SampleDirectory.CENTRE,
                1,
                CoreEvents.body(event),
                "7c1e41aa90ab".repeat(5) + "90ab",
                List.of()));
    }

    @Override
    public List<JournalEntry> of(ConversationId conversation) {
        return List.of();
    }

    @Override
    public long head() {
        return 0;
    }

    @Override
    public Watch follow(String name, long after, Consumer<List<JournalEntry>> listener) {
        return () -> {};
    }

    @Override
    public long firstAltered() {
        return 0;
    }
}
