// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Scope;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.RoutingWords;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Skill;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a contact went the way it went, as sentences in both languages. */
final class WhyPresent {
    private final Services services;
    private final RoutingWords english;
    private final RoutingWords chinese;

    WhyPresent(Services services) {
        this.services = services;
        this.english = new RoutingWords(Locale.ENGLISH, this::agent, this::skill, this::queue);
        this.chinese = new RoutingWords(Locale.CHINA, this::agent, this::skill, this::queue);
    }

    List<Map<String, Object>> of(InteractionId id) {
        return services.journal.of(List.of(id)).stream()
                .map(this::line)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Map<String, Object>> line(JournalEntry entry) {
        return CoreEvents.read(entry).flatMap(event -> english.text(event).map(text -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("seq", entry.seq());
            json.put("at", entry.at().toString());
            json.put("type", entry.type());
            json.put("en", text);
            json.put("zh", chinese.text(event).orElse(""));
            return json;
        }));
    }

    private String agent(AgentId id) {
        return services.people
                .person(Scope.system(), new UserId(id.value()))
                .map(Person::name)
                .orElse(id.value());
    }

    private String skill(SkillId id) {
        return services.queues.skills().stream()
                .filter(skill -> skill.id().equals(id))
                .findFirst()
                .map(Skill::name)
                .orElse(id.value());
    }

    private String queue(QueueId id) {
        return services.queues
                .queue(Scope.system(), id)
                .map(QueueSettings::name)
                .orElse(id.value());
    }
}
