// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.id.CustomerId;
import io.patchbay.spi.verification.Verifier;
import io.patchbay.spi.verification.Verifier.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks verifiers, and locks a customer after three wrong tries, over calls, until half an hour has passed without one.
 * Safe for any thread.
 */
public final class Verifications implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Verifications.class);
    private static final int MOST_TRIES = 3;
    private static final Duration LOCK = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 64;

    private final Supplier<List<Verifier>> verifiers;
    private final InstantSource clock;
    private final Map<CustomerId, Tries> wrong = new ConcurrentHashMap<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService workers;

    /** What came of one try. */
    sealed interface Verdict {
        record Right(Instant until) implements Verdict {}

        record WrongOnce() implements Verdict {}

        record Locked() implements Verdict {}

        record Unable() implements Verdict {}
    }

    private record Tries(int count, Instant last) {}

    public Verifications(Supplier<List<Verifier>> verifiers, InstantSource clock) {
        this.verifiers = verifiers;
        this.clock = clock;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> new Thread(work, "patchbay-voice-verify-" + threads.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        workers = pool;
    }

    Optional<Verifier> verifier() {
        return verifiers.get().stream().findFirst();
    }

    boolean locked(CustomerId customer) {
        Instant old = clock.instant().minus(LOCK);
        wrong.values().removeIf(tries -> tries.last().isBefore(old));
        Tries tries = wrong.get(customer);
        return tries != null && tries.count() >= MOST_TRIES;
    }

    /** Has it checked; never fails and never takes longer than 5 s. The digits are overwritten. */
    CompletableFuture<Verdict> check(Verifier verifier, CustomerId customer, char[] digits) {
        CompletableFuture<Finding> finding;
        try {
            finding = CompletableFuture.supplyAsync(() -> verifier.verify(customer, digits), workers)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            finding = CompletableFuture.failedFuture(e);
        }
        return finding.handle((found, fault) -> {
            Arrays.fill(digits, '0');
            if (fault != null) {
                log.warn("The verifier {} did not answer: {}", verifier.method(), fault.toString());
                return new Verdict.Unable();
            }
            return verdict(customer, found);
        });
    }

    private Verdict verdict(CustomerId customer, Finding found) {
        if (found instanceof Finding.Verified verified) {
            wrong.remove(customer);
            return new Verdict.Right(clock.instant().plus(verified.holds()));
        } else if (found instanceof Finding.Unable unable) {
            log.warn("A customer cannot be verified: {}", unable.reason());
            return new Verdict.Unable();
        }
        Tries tries = wrong.merge(
                customer, new Tries(1, clock.instant()), (old, one) -> new Tries(old.count() + 1, one.last()));
        return tries.count() >= MOST_TRIES ? new Verdict.Locked() : new Verdict.WrongOnce();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
