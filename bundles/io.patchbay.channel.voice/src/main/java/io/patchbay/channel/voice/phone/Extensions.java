// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.phone;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whose extension is whose, as the people's records say. Safe for any thread. */
public final class Extensions {
    private final People people;
    private volatile Map<AgentId, String> byAgent = Map.of();
    private volatile Map<String, AgentId> byExtension = Map.of();

    public Extensions(People people) {
        this.people = people;
        read();
    }

    /** Reads the records anew. */
    public void read() {
        Map<AgentId, String> extensions = new HashMap<>();
        Map<String, AgentId> agents = new HashMap<>();
        for (Person person : people.people(Scope.system())) {
            person.extension().filter(any -> person.enabled()).ifPresent(extension -> {
                AgentId agent = new AgentId(person.user().value());
                extensions.put(agent, extension);
                agents.put(extension, agent);
            });
        }
        byAgent = extensions;
        byExtension = agents;
    }

    public Optional<String> of(AgentId agent) {
        return Optional.ofNullable(byAgent.get(agent));
    }

    public Optional<AgentId> agent(String extension) {
        return Optional.ofNullable(byExtension.get(extension));
    }

    /** All agents who have one. */
    public java.util.Set<AgentId> agents() {
        return byAgent.keySet();
    }
}
