// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import io.patchbay.api.access.Scope;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.event.RoutingWords;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.recording.Recordings;
import io.patchbay.spi.event.Declarations;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What the view reads.
 *
 * @param interactions contacts, messages, notes
 * @param journal what happened
 * @param people names of agents
 * @param queues names of queues, words of codes
 * @param customers names of customers
 * @param recordings recorded sound, and who has heard it
 * @param declarations the words of what other bundles write; changes while bundles come and go
 */
record Archive(
        Interactions interactions,
        Journal journal,
        People people,
        Queues queues,
        Customers customers,
        Recordings recordings,
        List<Declarations> declarations) {
    private static final String USER = "user:";

    String agent(Scope scope, AgentId agent) {
        return people.person(scope, new UserId(agent.value())).map(Person::name).orElse(agent.value());
    }

    /** Who did something, as the journal names him. */
    String actor(Scope scope, String actor) {
        return actor.startsWith(USER) ? agent(scope, new AgentId(actor.substring(USER.length()))) : actor;
    }

    String queue(Scope scope, QueueId queue) {
        return queues.queue(scope, queue).map(QueueSettings::name).orElse(queue.value());
    }

    /** The words a wrap-up code had at a moment, with those above it. */
    String code(String key, Instant at, Locale locale) {
        return queues.tree(Code.Use.DISPOSITION, at).text(key, locale);
    }

    /** The words of routing's reasons. */
    RoutingWords routing(Scope scope, Locale locale) {
        return new RoutingWords(locale, agent -> agent(scope, agent), this::skill, queue -> queue(scope, queue));
    }

    String skill(SkillId id) {
        return queues.skills().stream()
                .filter(skill -> skill.id().equals(id))
                .findFirst()
                .map(Skill::name)
                .orElse(id.value());
    }
}
