// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A contact that waits.
 *
 * @param id its place
 * @param queue where
 * @param kind the kind of work it is
 * @param needs skills with their least level
 * @param priority higher is sooner
 * @param since when it entered the queue
 * @param only the one agent it waits for, if it was moved to him by name; skills are then not asked
 * @param barred agents who are not offered it for now, since they declined it
 */
public record Waiting(
        ContactId id,
        QueueId queue,
        WorkKind kind,
        Map<SkillId, Integer> needs,
        int priority,
        Instant since,
        Optional<AgentId> only,
        Set<AgentId> barred) {
    /** Who is next: higher priority, then longer wait, then the older id. */
    public static final Comparator<Waiting> RANK = Comparator.comparingInt(Waiting::priority)
            .reversed()
            .thenComparing(Waiting::since)
            .thenComparing(Waiting::id);

    public Waiting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(kind, "kind");
        needs = Map.copyOf(needs);
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(only, "only");
        barred = Set.copyOf(barred);
    }
}
