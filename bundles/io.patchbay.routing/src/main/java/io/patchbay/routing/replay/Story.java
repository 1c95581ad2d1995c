// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came in a stretch of time and who was there, as far as a replay needs it.
 *
 * @param contacts in order of their coming
 * @param workers who was there, and when
 */
record Story(List<Came> contacts, List<Worker> workers) {
    Story {
        contacts = List.copyOf(contacts);
        workers = List.copyOf(workers);
    }

    /**
     * A contact.
     *
     * @param queue where it came
     * @param kind the kind of work it is
     * @param at when its wait began
     * @param credit minutes of credit from elsewhere than its queue
     * @param patience after which wait it was or would be given up; empty if nobody knows
     * @param handle how long an agent has it
     */
    record Came(QueueId queue, WorkKind kind, Instant at, int credit, Optional<Duration> patience, Duration handle) {}

    /**
     * An agent.
     *
     * @param agent who
     * @param skills with levels
     * @param capacity how many of each kind at once
     * @param shifts when he was ready or at work
     */
    record Worker(AgentId agent, Map<SkillId, Integer> skills, Map<WorkKind, Integer> capacity, List<Shift> shifts) {}

    /**
     * A time in which an agent takes contacts.
     *
     * @param from its begin
     * @param until its end; what he has then he ends
     */
    record Shift(Instant from, Instant until) {}
}
