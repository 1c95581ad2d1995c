// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.spi.routing.FreeAgent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An agent of a replay: what he has, and so what he has room for. */
final class Desk {
    private final Story.Worker worker;
    private final WorkMatrix matrix;
    private final Map<WorkKind, Integer> load = new HashMap<>();
    private boolean there;
    private Instant idleSince = Instant.EPOCH;

    Desk(Story.Worker worker, WorkMatrix matrix) {
        this.worker = worker;
        this.matrix = matrix;
    }

    AgentId agent() {
        return worker.agent();
    }

    void there(boolean now, Instant at) {
        there = now;
        idleSince = at;
    }

    void takes(WorkKind kind) {
        load.merge(kind, 1, Integer::sum);
    }

    void ends(WorkKind kind, Instant at) {
        load.merge(kind, -1, Integer::sum);
        idleSince = at;
    }

    Optional<FreeAgent> room() {
        Set<WorkKind> open =
                worker.capacity().keySet().stream().filter(this::opens).collect(Collectors.toSet());
        int all = load.values().stream().mapToInt(Integer::intValue).sum();
        return there && !open.isEmpty()
                ? Optional.of(new FreeAgent(worker.agent(), worker.skills(), open, all, idleSince))
                : Optional.empty();
    }

    private boolean opens(WorkKind coming) {
        return load.getOrDefault(coming, 0) < worker.capacity().get(coming)
                && load.entrySet().stream()
                        .filter(doing -> doing.getValue() > 0)
                        .noneMatch(doing -> matrix.of(doing.getKey(), coming) == WorkMatrix.Meeting.NEVER);
    }
}
