// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.access.Scope;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Replays;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Replays of what the journal has, one at a time. */
@Component(service = Replays.class)
public final class JournalReplays implements Replays {
    private static final int MOST_ENTRIES = 500_000;
    private static final int PAGE = 5_000;
    private static final int ASKING = 4;

    /** Who signed in this long before is still known to be there. */
    private static final Duration SHIFT = Duration.ofHours(12);

    private static final Duration WARM_UP = Duration.ofHours(1);

    private final Journal journal;
    private final People people;
    private final Queues queues;
    private final InstantSource clock;
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(ASKING),
            work -> new Thread(work, "patchbay-replay-1"));

    @Activate
    public JournalReplays(@Reference Journal journal, @Reference People people, @Reference Queues queues) {
        this(journal, people, queues, InstantSource.system());
    }

    JournalReplays(Journal journal, People people, Queues queues, InstantSource clock) {
        this.journal = journal;
        this.people = people;
        this.queues = queues;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        worker.shutdownNow();
    }

    @Override
    public CompletionStage<Outcome> replay(Scope scope, QueueSettings draft, Instant from, Instant until) {
        Duration span = Duration.between(from, until);
        if (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException("a replay takes up to " + LONGEST + " but was asked for " + span));
        } else if (!scope.sees(draft.unit())) {
            return CompletableFuture.completedFuture(new Outcome(Figures.NONE, Figures.NONE, Figures.NONE));
        }
        try {
            return CompletableFuture.supplyAsync(() -> outcome(draft, from, until), worker);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new IllegalStateException("too many replays are asked for", e));
        }
    }

    private Outcome outcome(QueueSettings draft, Instant from, Instant until) {
        List<QueueSettings> all = queues.queues(Scope.system());
        Retelling retelling = new Retelling(all, queues.matrix(), people.people(Scope.system()));
        Instant now = clock.instant();
        Instant later = until.plus(WARM_UP);
        Instant end = later.isBefore(now) ? later : now;
        return retelling.outcome(past(from.minus(SHIFT), end), draft, from.minus(WARM_UP), from, until, end);
    }

    /** Everything from a moment to another; the latter is later than asked for, as contacts had not ended. */
    private Past past(Instant from, Instant end) {
        Past past = new Past();
        long seq = before(from);
        for (int read = 0; read < MOST_ENTRIES; read += PAGE) {
            List<JournalEntry> page = journal.read(seq, PAGE);
            page.stream().filter(entry -> entry.at().isBefore(end)).forEach(past::take);
            if (page.size() < PAGE || !page.get(page.size() - 1).at().isBefore(end)) {
                return past;
            }
            seq = page.get(page.size() - 1).seq();
        }
        throw new IllegalStateException(
                "more than " + MOST_ENTRIES + " journal entries between " + from + " and " + end);
    }

    /** The last number before a moment, by halving. */
    private long before(Instant moment) {
        long low = 0;
        long high = journal.head();
        while (low < high) {
            long middle = (low + high) / 2;
            List<JournalEntry> next = journal.read(middle, 1);
            if (next.isEmpty() || !next.get(0).at().isBefore(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
