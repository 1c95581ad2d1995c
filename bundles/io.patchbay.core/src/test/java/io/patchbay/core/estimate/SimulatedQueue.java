// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.estimate;

import io.patchbay.api.id.QueueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** One queue under a steady load from a seed: callers come, wait, give up or are answered; its clock moves by hand. */
final class SimulatedQueue {
    static final QueueId QUEUE = new QueueId("service");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final WaitEstimates estimates = new WaitEstimates();
    private final Random random;
    private final int agents;
    private final double secondsBetween;
    private final double patienceSeconds;
    private final Deque<Caller> line = new ArrayDeque<>();
    private final PriorityQueue<Double> busyUntil = new PriorityQueue<>();
    private double now;

    private record Caller(double cameAt, double patience, List<Told> told) {}

    SimulatedQueue(long seed, int agents, double secondsBetween, double patienceSeconds) {
        random = new Random(seed);
        this.agents = agents;
        this.secondsBetween = secondsBetween;
        this.patienceSeconds = patienceSeconds;
    }

    WaitEstimates estimates() {
        return estimates;
    }

    private Instant at() {
        return Instant.ofEpochMilli((long) (now * 1e3));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** Three phases: handle times scatter less than exponential ones. */
    private double handle() {
        return exponential(60) + exponential(60) + exponential(60);
    }

    void run(int callers) {
        double next = exponential(secondsBetween);
        for (int come = 0; come < callers; ) {
            double free = busyUntil.size() < agents ? Double.MAX_VALUE : busyUntil.peek();
            now = Math.min(next, free);
            giveUp();
            if (free <= next) {
                busyUntil.poll();
                answerNext();
            } else {
                arrive();
                come++;
                next = now + exponential(secondsBetween);
            }
        }
    }

    private void giveUp() {
        line.removeIf(caller -> caller.cameAt + caller.patience < now);
        if (line.isEmpty()) {
            estimates.empty(QUEUE);
        }
    }

    private void arrive() {
        Caller caller = new Caller(now, exponential(patienceSeconds), new ArrayList<>());
        if (busyUntil.size() < agents) {
            busyUntil.add(now + handle());
            return;
        }
        line.add(caller);
        estimates.waits(QUEUE, at());
        caller.told.add(estimates.tell(QUEUE, line.size(), agents, at()));
    }

    private void answerNext() {
        Caller caller = line.poll();
        if (caller != null) {
            estimates.answered(QUEUE, DAY, caller.told, at());
            estimates.moved(QUEUE, at(), agents, !line.isEmpty());
            busyUntil.add(now + handle());
        }
    }

    io.patchbay.api.queue.WaitFigures figures() {
        return estimates.figures(
                QUEUE, DAY, estimates.tell(QUEUE, 1, agents, at()).estimate());
    }
}
