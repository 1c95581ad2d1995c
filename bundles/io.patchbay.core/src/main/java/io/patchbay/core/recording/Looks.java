// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The trace of who looked: durable before anything is given. */
final class Looks {
    static final String PLAYED = "recording.played";
    static final String COPIED = "recording.copied";
    static final String REFUSED = "recording.refused";
    private static final Duration ONE_LOOK = Duration.ofMinutes(10);
    private static final long PATIENCE_SECONDS = 10;

    private final Journal journal;
    private final InstantSource clock;
    private final Map<Look, Traced> recent = new ConcurrentHashMap<>();

    private record Look(UserId listener, InteractionId interaction) {}

    private record Traced(Instant at, CompletableFuture<Long> entry) {}

    Looks(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Traces that somebody hears; many requests of a browser within ten minutes are one look. */
    boolean played(Actor.Person listener, Interaction contact, List<String> recordings) {
        Instant now = clock.instant();
        recent.values().removeIf(traced -> !fresh(traced, now));
        Traced traced = recent.computeIfAbsent(
                new Look(listener.user(), contact.id()),
                look -> new Traced(now, append(listener, contact, PLAYED, Map.of("recording", recordings))));
        return durable(traced.entry());
    }

    /** Traces that somebody takes a file out: each time. */
    boolean copied(Actor.Person taker, Interaction contact, Map<String, Object> body) {
        return durable(append(taker, contact, COPIED, body));
    }

    boolean refused(Actor.Person listener, Interaction contact, String reason) {
        return durable(append(listener, contact, REFUSED, Map.of("reason", reason)));
    }

    private static boolean fresh(Traced traced, Instant now) {
        return traced.at().plus(ONE_LOOK).isAfter(now) && !traced.entry().isCompletedExceptionally();
    }

    private CompletableFuture<Long> append(
            Actor.Person listener, Interaction contact, String type, Map<String, Object> body) {
        JournalDraft act = JournalDraft.act(
                clock.instant(), type, listener, contact.placement().unit(), body);
        JournalDraft draft = new JournalDraft(
                act.at(),
                act.type(),
                act.version(),
                new JournalDraft.Subject(Optional.of(contact.id()), Optional.of(contact.conversation())),
                act.actor(),
                act.unit(),
                0,
                act.body(),
                Optional.empty());
        return journal.append(List.of(draft)).toCompletableFuture();
    }

    private static boolean durable(CompletableFuture<Long> entry) {
        try {
            return entry.get(PATIENCE_SECONDS, TimeUnit.SECONDS) > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
