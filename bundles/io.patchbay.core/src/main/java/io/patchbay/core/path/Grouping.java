// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The closure of queues that share agents. A group is named after its first queue.
 *
 * @param queues the group of each queue
 * @param agents the group of each agent who serves a queue
 */
record Grouping(Map<QueueId, String> queues, Map<AgentId, String> agents) {
    private static final String ALONE = "none";

    static Grouping of(Collection<QueueSettings> queues, Collection<Person> people) {
        Map<QueueId, QueueId> leader = new TreeMap<>();
        queues.forEach(queue -> leader.put(queue.id(), queue.id()));
        Map<AgentId, QueueId> first = new HashMap<>();
        for (Person person : people) {
            for (QueueSettings queue : queues) {
                if (person.enabled() && serves(person, queue)) {
                    QueueId other = first.putIfAbsent(new AgentId(person.user().value()), queue.id());
                    if (other != null) {
                        join(leader, other, queue.id());
                    }
                }
            }
        }
        Map<QueueId, String> byQueue = new HashMap<>();
        leader.keySet().forEach(queue -> byQueue.put(queue, root(leader, queue).value()));
        Map<AgentId, String> byAgent = new HashMap<>();
        first.forEach((agent, queue) -> byAgent.put(agent, byQueue.get(queue)));
        return new Grouping(byQueue, byAgent);
    }

    private static boolean serves(Person person, QueueSettings queue) {
        return !person.work().capacity().isEmpty()
                && (queue.servedBy(person.work().skills())
                        || queue.rules()
                                .preferred()
                                .dedicated()
                                .contains(new AgentId(person.user().value())));
    }

    private static QueueId root(Map<QueueId, QueueId> leader, QueueId queue) {
        QueueId at = queue;
        while (!leader.get(at).equals(at)) {
            at = leader.get(at);
        }
        return at;
    }

    private static void join(Map<QueueId, QueueId> leader, QueueId one, QueueId other) {
        QueueId a = root(leader, one);
        QueueId b = root(leader, other);
        leader.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }

    String of(QueueId queue) {
        return queues.getOrDefault(queue, fallback());
    }

    String of(AgentId agent) {
        return agents.getOrDefault(agent, fallback());
    }

    private String fallback() {
        return queues.values().stream().sorted().findFirst().orElse(ALONE);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(queues.values());
        names.add(fallback());
        return names;
    }
}
