// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.guard;

import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A plug-in's strategy on a thread of its own. The slot waits for it, so the floor stands still while the strategy
 * looks; one that throws or takes too long is cut off, and whatever it still does it does on a floor that nobody uses
 * any more.
 */
final class Guarded implements RoutingStrategy {
    private final String id;
    private final RoutingStrategy strategy;
    private final Duration limit;
    private final Consumer<String> cutOff;
    private final ThreadPoolExecutor worker;

    /** {@code cutOff} takes the reason, once. */
    Guarded(String id, RoutingStrategy strategy, Duration limit, Consumer<String> cutOff) {
        this.id = id;
        this.strategy = strategy;
        this.limit = limit;
        this.cutOff = cutOff;
        worker = new ThreadPoolExecutor(0, 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "patchbay-strategy-" + id);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Choice<ContactId> contactFor(FreeAgent agent, Floor floor, Instant now) {
        return ask(() -> strategy.contactFor(agent, new ReadOnlyFloor(floor), now));
    }

    @Override
    public Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now) {
        return ask(() -> strategy.agentFor(contact, new ReadOnlyFloor(floor), now));
    }

    private <T> Choice<T> ask(Callable<Choice<T>> question) {
        try {
            Future<Choice<T>> answer = worker.submit(question);
            Choice<T> choice = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (choice != null) {
                return choice;
            }
            throw failed("it answered null");
        } catch (TimeoutException e) {
            throw failed("it took longer than " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failed("it threw " + e.getCause());
        } catch (RejectedExecutionException e) {
            throw failed("it is still busy or was ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("Patchbay was ending");
        }
    }

    /** Also for answers that make no sense. */
    CutOffException failed(String reason) {
        end();
        cutOff.accept(reason);
        return new CutOffException(id);
    }

    /** Interrupts whatever it does; its thread is not used again. */
    void end() {
        worker.shutdownNow();
    }
}
