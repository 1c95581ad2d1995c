// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import io.patchbay.camel.guard.Burial;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal from a kept position: each wanted entry is an exchange, in order, up to {@code window} at once.
 * An entry whose exchange fails is tried again after a growing pause; in the end it becomes a dead letter. The position
 * is that before the lowest unfinished entry, kept after each exchange, so that after a stop or a kill nothing is
 * missed and what was unfinished comes again.
 */
final class EventsConsumer extends DefaultConsumer {
    private static final Logger log = LoggerFactory.getLogger(EventsConsumer.class);
    private static final long LONGEST_PAUSE_SECONDS = 30;
    private static final int MOST_THREADS = 32;
    private static final long EARLY_MILLIS = 20;

    /** So many entries may be looked at once more after a kill because none of them was wanted. */
    private static final long UNKEPT = 1_000;

    private final Purpose.Events wanted;
    private final Doors doors;
    private final EventReader reader;
    private final Semaphore places;
    private final Object keeping = new Object();
    private Progress progress = new Progress(0);
    private ScheduledExecutorService pool;
    private Watch watch = () -> {};
    private String name = "";
    private long kept;
    private volatile boolean over;

    EventsConsumer(Endpoint endpoint, Processor processor, Purpose.Events wanted, Doors doors) {
        super(endpoint, processor);
        this.wanted = wanted;
        this.doors = doors;
        reader = new EventReader(wanted, doors);
        places = new Semaphore(wanted.window());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        over = false;
        name = wanted.name().isEmpty() ? getEndpoint().getCamelContext().getName() + ":" + getRouteId() : wanted.name();
        kept = doors.positions().of(name).orElseGet(this::beginning);
        progress = new Progress(kept);
        pool = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newScheduledThreadPool(this, "events", Math.min(wanted.window(), MOST_THREADS));
        watch = doors.journal().follow("route " + name, kept, this::take);
    }

    private long beginning() {
        long first = wanted.fromFirst() ? 0 : doors.journal().head();
        doors.positions().keep(name, first);
        return first;
    }

    @Override
    protected void doStop() throws Exception {
        over = true;
        watch.close();
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(pool);
        keep(0);
        super.doStop();
    }

    private void take(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (!reader.wants(entry)) {
                progress.pass(entry.seq());
            } else if (place()) {
                progress.begin(entry.seq());
                attempt(entry, 0);
            } else {
                return; // it comes again after the next start: its position is not kept
            }
        }
        keep(UNKEPT);
    }

    /** Waits for a place; false if the consumer stops meanwhile. */
    private boolean place() {
        try {
            while (!over) {
                if (places.tryAcquire(200, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void attempt(JournalEntry entry, int attempt) {
        long pause = attempt == 0 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(attempt - 1, 5));
        schedule(entry, attempt, TimeUnit.SECONDS.toMillis(pause));
    }

    private void schedule(JournalEntry entry, int attempt, long pauseMillis) {
        try {
            ScheduledFuture<?> unused =
                    pool.schedule(() -> deliver(entry, attempt), pauseMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("{} stops; entry {} comes again", name, entry.seq());
        }
    }

    private void deliver(JournalEntry entry, int attempt) {
        if (over) {
            return;
        } else if (reader.early(entry)) {
            schedule(entry, attempt, EARLY_MILLIS);
            return;
        }
        Exchange exchange = createExchange(false);
        if (!reader.write(entry, exchange.getMessage())) {
            log.info("{}: entry {} is erased, nothing is sent", name, entry.seq());
            finished(entry);
            return;
        }
        boolean last = wanted.retries() >= 0 && attempt >= wanted.retries();
        if (last) {
            exchange.setProperty(Burial.WANTED, true);
        }
        getAsyncProcessor().process(exchange, doneSync -> {
            if (exchange.getException() == null || last) {
                finished(entry);
            } else {
                attempt(entry, attempt + 1);
            }
        });
    }

    private void finished(JournalEntry entry) {
        progress.end(entry.seq());
        keep(0);
        places.release();
    }

    /** Keeps the position if it moved by more than {@code least}; what cannot be kept now is kept with the next. */
    private void keep(long least) {
        synchronized (keeping) {
            long position = progress.position();
            if (position - kept <= least) {
                return;
            }
            try {
                doors.positions().keep(name, position);
                kept = position;
            } catch (IllegalStateException e) {
                log.warn("{}: after a restart some events come again: {}", name, e.getMessage());
            }
        }
    }
}
