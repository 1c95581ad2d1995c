// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory's threads: its commands wait for the database and for Argon2id. */
@Component(service = Threads.class)
public final class Threads implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Threads.class);
    private static final int COUNT = 2;
    private static final int WAITING = 500;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            COUNT,
            COUNT,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> new Thread(work, "patchbay-directory-" + number.incrementAndGet()));

    /** Starts none yet. */
    public Threads() {
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs a command.
     *
     * @param work what to do
     * @return completes with its result, or with {@code UNAVAILABLE} if too many wait
     */
    public CompletionStage<CommandResult> command(Supplier<CommandResult> work) {
        return ask(work, Threads::busy);
    }

    /**
     * Runs something that has a result.
     *
     * @param <T> the result
     * @param work what to do
     * @param otherwise the result if too much waits
     * @return completes with the result
     */
    public <T> CompletionStage<T> ask(Supplier<T> work, Supplier<T> otherwise) {
        try {
            return CompletableFuture.supplyAsync(work, pool);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(otherwise.get());
        }
    }

    /**
     * What is said when too many wait.
     *
     * @return a refusal; trying again may help
     */
    public static CommandResult busy() {
        return new CommandResult.Refused(
                CommandResult.Kind.UNAVAILABLE,
                new Problem("busy", "Too many changes wait. Try again.", "等待处理的修改过多，请稍后重试。"));
    }

    /**
     * Does something whose result nobody waits for.
     *
     * @param what for the log
     * @param work what to do; dropped if too much waits
     */
    public void later(String what, Runnable work) {
        try {
            pool.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) { // this work's top
                    log.warn("{} could not be done", what, e);
                }
            });
        } catch (RejectedExecutionException e) {
            log.warn("{} dropped: too much waits", what);
        }
    }

    @Deactivate
    @Override
    public void close() {
        pool.shutdown();
    }

    /** Waits until all is done, at most 5 s. */
    void join() {
        try {
            if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("Work of the directory goes on after 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
