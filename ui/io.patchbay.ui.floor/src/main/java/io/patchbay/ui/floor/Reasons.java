// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.access.Scope;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.RoutingWords;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.queue.Why;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why contacts wait or go, as the journal has it, and the names of who and what takes part. */
record Reasons(Journal journal, People people, Queues queues) {
    /**
     * Where a contact stands, by its newest lines.
     *
     * @param step the step of its queue it is in; empty until it was considered
     * @param credit minutes it counts as having come earlier, for its customer's standing or by a supervisor
     * @param text why, one or two sentences; empty while there is no reason
     */
    record Standing(Optional<Why> step, int credit, String text) {
        static final Standing UNKNOWN = new Standing(Optional.empty(), 0, "");

        private Standing after(CoreEvent event, RoutingWords words) {
            Optional<Why> why = event instanceof InteractionEvent.Waited waited
                    ? Optional.of(waited.why())
                    : event instanceof AssignmentEvent.Offered offered ? offered.why() : Optional.empty();
            int given = event instanceof InteractionEvent.Favoured favoured ? favoured.credit() : credit;
            return new Standing(why.or(() -> step), given, words.text(event).orElse(text));
        }
    }

    /** The newest of each contact; waits for the database. */
    Map<InteractionId, Standing> newest(Scope scope, Locale locale, Collection<InteractionId> contacts) {
        Map<InteractionId, Standing> newest = new HashMap<>();
        RoutingWords words = words(scope, locale);
        for (JournalEntry entry : contacts.isEmpty() ? List.<JournalEntry>of() : journal.of(contacts)) {
            entry.interaction().ifPresent(id -> CoreEvents.read(entry)
                    .ifPresent(event -> newest.put(
                            id, newest.getOrDefault(id, Standing.UNKNOWN).after(event, words))));
        }
        return newest;
    }

    RoutingWords words(Scope scope, Locale locale) {
        return new RoutingWords(locale, agent -> agent(scope, agent), this::skill, queue -> queue(scope, queue));
    }

    private String agent(Scope scope, AgentId agent) {
        return people.person(scope, new UserId(agent.value())).map(Person::name).orElse(agent.value());
    }

    private String skill(SkillId id) {
        return queues.skills().stream()
                .filter(skill -> skill.id().equals(id))
                .findFirst()
                .map(Skill::name)
                .orElse(id.value());
    }

    private String queue(Scope scope, QueueId queue) {
        return queues.queue(scope, queue).map(QueueSettings::name).orElse(queue.value());
    }
}
