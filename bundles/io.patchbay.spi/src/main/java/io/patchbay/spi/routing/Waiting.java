// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Duration;
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
 * @param priority minutes of credit: it counts as if it had come so much earlier
 * @param since when it entered the queue
 * @param only the agents it waits for, by name or since they are preferred, whose skills are not asked; empty for all
 * @param barred agents who are not offered it for now, since they declined it
 * @param dueSince since when nobody may be taken before it any more; empty until its queue's ceiling is reached
 */
public record Waiting(
        ContactId id,
        QueueId queue,
        WorkKind kind,
        Map<SkillId, Integer> needs,
        int priority,
        Instant since,
        Set<AgentId> only,
        Set<AgentId> barred,
        Optional<Instant> dueSince) {
    /** Who is next: those due, the first due first; then by wait and credit together; then the older id. */
    public static final Comparator<Waiting> RANK = Waiting::rank;

    public Waiting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(kind, "kind");
        needs = Map.copyOf(needs);
        Objects.requireNonNull(since, "since");
        only = Set.copyOf(only);
        barred = Set.copyOf(barred);
        Objects.requireNonNull(dueSince, "dueSince");
    }

    private static int rank(Waiting one, Waiting other) {
        if (one.due() != other.due()) {
            return one.due() ? -1 : 1;
        }
        int moments = one.due() || one.priority != other.priority
                ? one.counted().compareTo(other.counted())
                : one.since.compareTo(other.since);
        return moments != 0 ? moments : one.id.compareTo(other.id);
    }

    /**
     * Whether nobody may be taken before it any more whom an agent fits as well.
     *
     * @return true once its queue's ceiling is reached
     */
    public boolean due() {
        return dueSince.isPresent();
    }

    /**
     * The same, due.
     *
     * @param since since when
     * @return before whom nobody may be taken any more
     */
    public Waiting dueSince(Instant since) {
        return new Waiting(id, queue, kind, needs, priority, this.since, only, barred, Optional.of(since));
    }

    /**
     * The moment its place counts from: when it became due, or when it came less its credit.
     *
     * @return earlier is sooner
     */
    public Instant counted() {
        return dueSince.orElseGet(() -> since.minus(Duration.ofMinutes(priority)));
    }
}
