// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import io.patchbay.channel.email.server.AccountHealth;
import io.patchbay.channel.email.server.ServerSettings;
import jakarta.mail.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sends an account's mails, one after the other; the connection is kept for a while. Safe for any thread. */
public final class Courier implements AutoCloseable {
    private static final long REST_SECONDS = 30;
    private static final long PROBE_SECONDS = 10;
    private static final Fate CLOSED = new Fate.Later("the account is being closed", true);

    private final SmtpLine line;
    private final ScheduledThreadPoolExecutor lane;
    private ScheduledFuture<?> rest;
    private volatile boolean closed;

    public Courier(String account, ServerSettings server, Composer composer, String from, AccountHealth health) {
        line = new SmtpLine(server, composer, health, from);
        lane = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "patchbay-mail-" + account + "-send");
            thread.setContextClassLoader(Session.class.getClassLoader());
            return thread;
        });
        lane.setRemoveOnCancelPolicy(true);
        rest = lane.schedule(this::probe, 0, TimeUnit.SECONDS);
    }

    /** Tries to send a mail once; completes on the courier's thread, or at once if it is closed. */
    public CompletionStage<Fate> send(Answer answer) {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        try {
            lane.execute(() -> fate.complete(closed ? CLOSED : attempt(answer)));
        } catch (RejectedExecutionException e) {
            fate.complete(CLOSED);
        }
        return fate;
    }

    private Fate attempt(Answer answer) {
        rest.cancel(false);
        Fate fate = line.send(answer);
        rest = lane.schedule(this::rest, REST_SECONDS, TimeUnit.SECONDS);
        return fate;
    }

    /** Whether the server can be reached, asked until it can. */
    private void probe() {
        if (closed) {
            return;
        }
        boolean reached = line.probe();
        rest = lane.schedule(
                reached ? this::rest : this::probe, reached ? REST_SECONDS : PROBE_SECONDS, TimeUnit.SECONDS);
    }

    private void rest() {
        line.close();
    }

    /** The mail in hand is finished; those behind it are given back as not sent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        lane.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        lane.execute(() -> {
            line.close();
            lane.shutdown();
        });
    }
}
