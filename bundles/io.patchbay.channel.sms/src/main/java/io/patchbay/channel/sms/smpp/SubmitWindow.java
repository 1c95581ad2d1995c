// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.PDUStringException;

/**
 * Submissions on their way: at most so many without an answer, the others wait in line. What the SMSC is too busy for
 * stays first and everybody pauses; an answer that was lost is asked for again on the next connection.
 */
final class SubmitWindow {
    private static final int TRIES_OF_PASSING_FAULT = 8;

    private final int size;
    private final SmppSettings.Timing timing;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final Deque<Waiting> line = new ArrayDeque<>();
    private SmppLink link;
    private int inFlight;
    private int busyTimes;
    private boolean paused;
    private boolean closed;

    private static final class Waiting {
        final Submission submission;
        final CompletableFuture<Answer> answer = new CompletableFuture<>();
        int faults;

        Waiting(Submission submission) {
            this.submission = submission;
        }
    }

    SubmitWindow(SmppSettings settings, ScheduledExecutorService timer, InstantSource clock) {
        size = settings.window();
        timing = settings.timing();
        this.timer = timer;
        this.clock = clock;
    }

    CompletionStage<Answer> submit(Submission submission) {
        Waiting waiting = new Waiting(submission);
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("the account is closed"));
            }
            line.addLast(waiting);
        }
        pump();
        return waiting.answer;
    }

    /** A connection is there, or none ({@code null}). */
    void use(SmppLink now) {
        synchronized (this) {
            link = now;
        }
        pump();
    }

    /** Those that wait end without an answer. */
    void close() {
        Deque<Waiting> left;
        synchronized (this) {
            closed = true;
            left = new ArrayDeque<>(line);
            line.clear();
        }
        left.forEach(one -> one.answer.completeExceptionally(new IllegalStateException("the account is closed")));
    }

    /** Gives up what is no longer valid; called now and then. */
    void expire() {
        Deque<Waiting> late = new ArrayDeque<>();
        synchronized (this) {
            line.removeIf(one -> clock.instant().isAfter(one.submission.until()) && late.add(one));
        }
        late.forEach(one -> one.answer.complete(new Answer.Refused("the SMSC did not take it in time")));
    }

    private void pump() {
        while (true) {
            Waiting next;
            SmppLink by;
            synchronized (this) {
                if (link == null || paused || inFlight >= size || line.isEmpty()) {
                    return;
                }
                next = line.removeFirst();
                by = link;
                inFlight++;
            }
            by.submit(next.submission).whenComplete((pdu, lost) -> came(next, by, pdu, lost));
        }
    }

    private void came(Waiting waiting, SmppLink by, byte[] pdu, Throwable lost) {
        synchronized (this) {
            inFlight--;
            if (lost instanceof IOException && link == by) {
                link = null;
            }
        }
        if (lost instanceof PDUStringException) {
            waiting.answer.complete(new Answer.Refused("the number or text cannot be sent: " + lost.getMessage()));
        } else if (lost != null) {
            again(waiting);
        } else {
            came(waiting, pdu);
        }
        pump();
    }

    private void came(Waiting waiting, byte[] pdu) {
        int status = Pdus.status(pdu);
        if (status == Status.OK) {
            synchronized (this) {
                busyTimes = 0;
            }
            waiting.answer.complete(new Answer.Accepted(id(pdu)));
        } else if (Status.isBusy(status) || (Status.isPassing(status) && ++waiting.faults < TRIES_OF_PASSING_FAULT)) {
            pause();
            again(waiting);
        } else {
            waiting.answer.complete(new Answer.Refused(Status.words(status)));
        }
    }

    private static String id(byte[] pdu) {
        ByteBuffer body = ByteBuffer.wrap(pdu).position(Pdus.HEADER);
        byte[] id = new byte[body.remaining()];
        body.get(id);
        int end = 0;
        while (end < id.length && id[end] != 0) {
            end++;
        }
        return new String(id, 0, end, StandardCharsets.US_ASCII);
    }

    private synchronized void again(Waiting waiting) {
        if (closed) {
            waiting.answer.completeExceptionally(new IllegalStateException("the account is closed"));
        } else {
            line.addFirst(waiting);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it resumes, or the account is closed
    private synchronized void pause() {
        if (!paused && !closed) {
            paused = true;
            Duration pause = timing.pause(++busyTimes);
            timer.schedule(this::resume, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void resume() {
        synchronized (this) {
            paused = false;
        }
        pump();
    }
}
