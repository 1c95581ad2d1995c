// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.record;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that gives recordings to their sinks, ten times a second. */
public final class Recorder {
    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<Recording> recordings = new CopyOnWriteArrayList<>();
    private final AtomicLong lostBefore = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    public Recorder(String name) {
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Safe for any thread. */
    public void add(Recording recording) {
        recordings.add(recording);
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closing || !recordings.isEmpty()) {
            try {
                drain();
            } catch (RuntimeException | Error e) {
                log.error("A recorder goes on after", e);
            }
            if (!closing || !recordings.isEmpty()) {
                LockSupport.parkNanos(this, recordings.isEmpty() ? Long.MAX_VALUE : PAUSE_NANOS);
            }
            if (Thread.interrupted()) {
                return;
            }
        }
    }

    /** Gives the sinks what waits. */
    public void drain() {
        recordings.removeIf(this::isOver);
    }

    private boolean isOver(Recording recording) {
        if (recording.drain()) {
            return false;
        }
        lostBefore.addAndGet(recording.lost());
        return true;
    }

    /** Waits for the last seconds of recordings that are finished by now. */
    public void close(long millis) {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(millis);
            if (thread.isAlive()) {
                log.error("{} recordings were not written to their end within {} ms", recordings.size(), millis);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    public int recordings() {
        return recordings.size();
    }

    public long backlog() {
        return recordings.stream().mapToLong(Recording::backlog).sum();
    }

    public long lost() {
        return lostBefore.get() + recordings.stream().mapToLong(Recording::lost).sum();
    }
}
