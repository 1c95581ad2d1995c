// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Replays;
import io.patchbay.api.queue.Skill;

/**
 * What the editor reads.
 *
 * @param queues queues, skills, the matrix
 * @param people names, skills, capacity
 * @param agents how they are now
 * @param interactions who waits
 * @param journal why
 * @param replays what if
 */
public record QueueServices(
        Queues queues, People people, Agents agents, Interactions interactions, Journal journal, Replays replays) {
    ReadOut.Names names(Scope scope) {
        return new ReadOut.Names(this::skill, queue -> queue(scope, queue), agent -> agent(scope, agent));
    }

    private String skill(SkillId id) {
        return queues.skills().stream()
                .filter(skill -> skill.id().equals(id))
                .findFirst()
                .map(Skill::name)
                .orElse(id.value());
    }

    private String queue(Scope scope, QueueId id) {
        return queues.queue(scope, id).map(QueueSettings::name).orElse(id.value());
    }

    private String agent(Scope scope, AgentId id) {
        return people.person(scope, new UserId(id.value())).map(Person::name).orElse(id.value());
    }

    Coverage coverage(Scope scope) {
        return new Coverage(people.people(scope), agents.agents(scope), queues.matrix());
    }
}
