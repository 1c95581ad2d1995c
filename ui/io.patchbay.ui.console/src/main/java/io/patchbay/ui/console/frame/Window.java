// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.patchbay.ui.console.core.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The UI thread of one window, for one part of it: what is asked for runs until the part is closed. */
final class Window implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Window.class);
    private static final Duration BATCH = Duration.ofMillis(250);

    private final UI ui;
    private final Threads threads;
    private final Map<String, Runnable> batch = new LinkedHashMap<>();
    private final List<AutoCloseable> ends = new ArrayList<>();
    private volatile boolean open = true;
    private long flushedAtNanos = System.nanoTime() - BATCH.toNanos();

    Window(UI ui, Threads threads) {
        this.ui = ui;
        this.threads = threads;
    }

    UI ui() {
        return ui;
    }

    Threads threads() {
        return threads;
    }

    /** Runs in the UI thread and pushes. */
    void now(Runnable change) {
        if (!open) {
            return;
        }
        try {
            var unused = ui.access(() -> {
                if (open) {
                    change.run();
                }
            });
        } catch (UIDetachedException gone) {
            log.debug("A window closed before its change");
        }
    }

    /** Runs with the next batch: at once after a rest, else when the pause since the last one is over. */
    void soon(String name, Runnable change) {
        synchronized (batch) {
            boolean first = batch.isEmpty();
            batch.remove(name);
            batch.put(name, change);
            if (first) {
                long rest = flushedAtNanos + BATCH.toNanos() - System.nanoTime();
                threads.later(Duration.ofNanos(Math.max(0, rest)), this::flush);
            }
        }
    }

    private void flush() {
        List<Runnable> changes;
        synchronized (batch) {
            changes = List.copyOf(batch.values());
            batch.clear();
            flushedAtNanos = System.nanoTime();
        }
        now(() -> changes.forEach(Runnable::run));
    }

    void every(Duration pause, Runnable task) {
        ScheduledFuture<?> running = threads.every(pause, () -> now(task));
        untilGone(() -> running.cancel(false));
    }

    void untilGone(AutoCloseable end) {
        ends.add(end);
    }

    @Override
    public void close() {
        open = false;
        for (AutoCloseable end : ends) {
            closeQuietly(end);
        }
        ends.clear();
    }

    private static void closeQuietly(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) { // what AutoCloseable declares; the next ones must be closed all the same
            log.warn("A subscription did not end", e);
        }
    }
}
