// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.WorkMatrix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings changed queues, people and the matrix to the slots. It compares what is with what was: the journal's news of a
 * change may be here before the memory of those who keep it is anew. Safe for any thread.
 */
public final class SettingsLook {
    private final Known known;
    private final QueueGroups groups;
    private List<QueueSettings> queues;
    private List<Person> people;
    private WorkMatrix matrix;
    private boolean first = true;

    /** What is now counts as known to the slots. */
    public SettingsLook(Known known, QueueGroups groups) {
        this.known = known;
        this.groups = groups;
        queues = known.queues();
        people = known.people();
        matrix = known.matrix();
    }

    /** Looks; does nothing if nothing is changed. */
    public synchronized void look() {
        List<QueueSettings> queuesNow = known.queues();
        List<Person> peopleNow = known.people();
        WorkMatrix matrixNow = known.matrix();
        boolean others = first || !queuesNow.equals(queues) || !peopleNow.equals(people);
        fresh(people, peopleNow).forEach(person -> {
            AgentId agent = new AgentId(person.user().value());
            groups.of(agent).recordChanged(agent);
        });
        fresh(queues, queuesNow).forEach(queue -> groups.of(queue.id()).queueChanged(queue.id()));
        if (!matrixNow.equals(matrix)) {
            groups.all().forEach(QueueGroup::matrixChanged);
        }
        queues = queuesNow;
        people = peopleNow;
        matrix = matrixNow;
        first = false;
        if (others) {
            groups.regroup();
        }
    }

    private static <T> Set<T> fresh(List<T> before, List<T> now) {
        Set<T> fresh = new HashSet<>();
        if (!now.equals(before)) {
            fresh.addAll(now);
            before.forEach(fresh::remove);
        }
        return fresh;
    }
}
