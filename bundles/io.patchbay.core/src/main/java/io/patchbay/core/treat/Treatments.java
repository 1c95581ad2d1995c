// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.treat;

import io.patchbay.core.slot.Timers;
import io.patchbay.core.treat.Verdict.Step;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the treatments one after the other, off the slots' threads, each for a limited time. Safe for any thread. */
public final class Treatments {
    /** How long one treatment has, waiting for a thread included. */
    public static final Duration WITHIN = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(Treatments.class);

    private final Supplier<List<Treatment>> present;
    private final ExecutorService workers;
    private final Timers timers;
    private final InstantSource clock;
    private final Map<String, Trust> trust = new ConcurrentHashMap<>();

    /** {@code present} are those that are there now. */
    public Treatments(Supplier<List<Treatment>> present, ExecutorService workers, Timers timers, InstantSource clock) {
        this.present = present;
        this.workers = workers;
        this.timers = timers;
        this.clock = clock;
    }

    /** Whether there is nobody to ask. */
    public boolean none() {
        return present.get().isEmpty();
    }

    /** Asks all; never fails. */
    public CompletionStage<Verdict> ask(TreatmentQuestion question) {
        List<Treatment> all = present.get().stream()
                .sorted(Comparator.comparingInt(Treatment::order).thenComparing(Treatment::name))
                .toList();
        return ask(all, 0, new Verdict(question, List.of()));
    }

    private CompletionStage<Verdict> ask(List<Treatment> all, int next, Verdict sofar) {
        if (next == all.size()) {
            return CompletableFuture.completedStage(sofar);
        }
        Treatment treatment = all.get(next);
        Trust trusted = trust.computeIfAbsent(treatment.name(), name -> new Trust());
        if (trusted.resting(clock.instant())) {
            return ask(all, next + 1, sofar);
        }
        return one(treatment, sofar.question()).thenCompose(step -> {
            if (step instanceof Step.Failed failed) {
                log.warn("Treatment {} is passed over: {}", failed.by(), failed.why());
                trusted.failed(clock.instant());
            } else {
                trusted.answered();
            }
            Verdict now = with(sofar, step);
            return ends(step) ? CompletableFuture.completedStage(now) : ask(all, next + 1, now);
        });
    }

    private CompletionStage<Step> one(Treatment treatment, TreatmentQuestion question) {
        CompletableFuture<Step> answer = new CompletableFuture<>();
        try {
            Future<?> work = workers.submit(() -> answer.complete(decided(treatment, question)));
            Runnable limit = timers.after(WITHIN, () -> {
                if (answer.complete(
                        new Step.Failed(treatment.name(), "no answer within " + WITHIN.toMillis() + " ms"))) {
                    work.cancel(true);
                }
            });
            var unused = answer.thenRun(limit);
        } catch (RejectedExecutionException e) {
            answer.complete(new Step.Failed(treatment.name(), "too many contacts wait for treatment"));
        }
        return answer;
    }

    private static Step decided(Treatment treatment, TreatmentQuestion question) {
        try {
            Treated treated = treatment.treat(question);
            return treated == null
                    ? new Step.Failed(treatment.name(), "it answered nothing")
                    : new Step.Decided(treatment.name(), treated);
        } catch (RuntimeException | LinkageError e) { // this work's top: whatever a plug-in throws, the contact goes on
            return new Step.Failed(treatment.name(), e.toString());
        }
    }

    private static Verdict with(Verdict sofar, Step step) {
        List<Step> steps = new ArrayList<>(sofar.steps());
        TreatmentQuestion question = sofar.question();
        if (step instanceof Step.Decided decided && decided.treated() instanceof Treated.ToQueue to) {
            if (to.equals(Treated.nothing())) {
                return sofar;
            }
            question = to.queue().map(question::going).orElse(question);
        }
        steps.add(step);
        return new Verdict(question, steps);
    }

    private static boolean ends(Step step) {
        return step instanceof Step.Decided decided && !(decided.treated() instanceof Treated.ToQueue);
    }
}
