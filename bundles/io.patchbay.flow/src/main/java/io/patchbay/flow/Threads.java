// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The thread that changes tables, so that nobody else waits for the database. */
@Component(service = Threads.class)
public final class Threads implements AutoCloseable {
    private static final int WAITING = 1000;

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "patchbay-flow-1"));

    /** Starts none yet. */
    public Threads() {
        pool.allowCoreThreadTimeOut(true);
    }

    CompletionStage<CommandResult> run(Supplier<CommandResult> work) {
        try {
            return CompletableFuture.supplyAsync(work, pool);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedStage(new CommandResult.Refused(
                    CommandResult.Kind.UNAVAILABLE,
                    new Problem("busy", "Too many changes wait. Try again.", "等待处理的修改过多，请稍后重试。")));
        }
    }

    @Deactivate
    @Override
    public void close() {
        pool.shutdown();
    }
}
