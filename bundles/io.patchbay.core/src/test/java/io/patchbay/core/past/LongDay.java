// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.past;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** The journal of a long day, made line by line as it is read: 50 contacts at a time, ten lines each. */
final class LongDay implements Journal {
    static final Instant BEGINS = Instant.parse("2026-11-22T00:00:00Z");
    static final Duration LINE = Duration.ofMillis(180);
    static final int LINES = 200_000;

    private static final int AT_ONCE = 50;
    private static final int EACH = 10;
    private static final List<String> QUEUES = List.of("service", "loans", "complaints", "vip");
    private static final List<String> AGENTS = List.of("alice", "bob", "carol", "david");

    private final List<InteractionId> contacts = new ArrayList<>();
    private final Map<InteractionId, Integer> places = new HashMap<>();

    /** How often lines were read. */
    int reads;

    LongDay() {
        for (int contact = 0; contact < LINES / EACH; contact++) {
            contacts.add(InteractionId.at(at(line(contact, 0)).toEpochMilli()));
            places.put(contacts.get(contact), contact);
        }
    }

    /** When a line was written. */
    static Instant at(long seq) {
        return BEGINS.plus(LINE.multipliedBy(seq));
    }

    private static long line(int contact, int step) {
        return (long) (contact / AT_ONCE) * AT_ONCE * EACH + (long) step * AT_ONCE + contact % AT_ONCE + 1;
    }

    private JournalEntry entry(long seq) {
        int block = (int) ((seq - 1) / (AT_ONCE * EACH));
        int within = (int) ((seq - 1) % (AT_ONCE * EACH));
        int contact = block * AT_ONCE + within % AT_ONCE;
        CoreEvent event = event(contact, within / AT_ONCE, at(seq));
        return new JournalEntry(
                seq,
                at(seq),
                CoreEvents.type(event),
                CoreEvents.VERSION,
                Optional.of(contacts.get(contact)),
                "system",
                new UnitId("headquarters"),
                1,
                CoreEvents.body(event),
                "0".repeat(64),
                List.of());
    }

    /** Each third one gives up before it is offered. */
    private CoreEvent event(int contact, int step, Instant at) {
        AgentId agent = new AgentId(AGENTS.get(contact % AGENTS.size()));
        boolean leaves = contact % 3 == 0;
        return switch (step) {
            case 0 -> arrived(contact);
            case 1 -> new InteractionEvent.Identified("unknown", Optional.empty(), Optional.empty());
            case 2 -> new InteractionEvent.Queued(queue(contact), 0, Optional.empty());
            case 3 -> leaves
                    ? new InteractionEvent.RemoteLeft("customer")
                    : new AssignmentEvent.Offered(agent, at.plusSeconds(60), "longest idle", Optional.empty());
            case 4 -> leaves
                    ? new InteractionEvent.Closed(Outcome.ABANDONED, Optional.empty())
                    : new AssignmentEvent.Accepted(agent);
            case 5 -> new InteractionEvent.Connected(agent);
            case 6 -> new InteractionEvent.RemoteLeft("customer");
            case 7 -> new AssignmentEvent.WrapUpBegan(agent, at.plusSeconds(60));
            case 8 -> new AssignmentEvent.Ended(
                    agent, Assignment.End.COMPLETED, Optional.of("enquiry"), Optional.empty());
            default -> new InteractionEvent.Closed(Outcome.HANDLED, Optional.empty());
        };
    }

    private static QueueId queue(int contact) {
        return new QueueId(QUEUES.get(contact % QUEUES.size()));
    }

    private CoreEvent arrived(int contact) {
        return new InteractionEvent.Arrived(
                "261122-" + contact,
                new ConversationId(contacts.get(contact).value()),
                new ChannelKey("loopback"),
                new WorkKind("chat"),
                Direction.INBOUND,
                queue(contact),
                new Confidential.Clear("loopback:" + contact),
                Optional.empty(),
                Optional.of(new Confidential.Clear("林若晴")),
                Optional.empty(),
                "zh-CN",
                Optional.empty());
    }

    @Override
    public List<JournalEntry> read(long after, int limit) {
        reads++;
        return LongStream.rangeClosed(after + 1, Math.min(LINES, after + limit))
                .mapToObj(this::entry)
                .toList();
    }

    @Override
    public List<JournalEntry> of(Collection<InteractionId> interactions) {
        reads++;
        return interactions.stream()
                .map(places::get)
                .flatMapToLong(contact -> LongStream.range(0, EACH).map(step -> line(contact, (int) step)))
                .sorted()
                .mapToObj(this::entry)
                .toList();
    }

    @Override
    public long head() {
        return LINES;
    }

    @Override
    public CompletionStage<Long> append(List<JournalDraft> drafts) {
        throw new UnsupportedOperationException("the day is over");
    }

    @Override
    public List<JournalEntry> of(ConversationId conversation) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public Watch follow(String name, long after, Consumer<List<JournalEntry>> listener) {
        throw new UnsupportedOperationException("nobody follows");
    }

    @Override
    public long firstAltered() {
        return 0;
    }
}
