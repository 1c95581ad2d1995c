// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.restart;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a start can begin: which interactions were open after an entry, and how the agents stood. What an open
 * interaction looked like is read from its own lines, so the snapshot holds nothing personal and cannot disagree with
 * the journal.
 *
 * @param seq the last entry that is in it
 * @param open the open interactions
 * @param agents presence of everyone who ever worked
 * @param numbers the last short number of each recent day
 */
record Snapshot(long seq, Set<InteractionId> open, Map<AgentId, Stand> agents, Map<String, Integer> numbers) {

    /** How an agent stands, and since when. */
    record Stand(Presence presence, Instant since) {}

    static Snapshot empty() {
        return new Snapshot(0, Set.of(), Map.of(), Map.of());
    }

    Map<String, Object> body() {
        List<Object> stands = new ArrayList<>();
        agents.forEach((agent, stand) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("agent", agent.value());
            one.put("presence", stand.presence().wire());
            one.put("reason", stand.presence() instanceof Presence.NotReady away ? away.reason() : "");
            one.put("since", stand.since().toString());
            stands.add(one);
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("open", open.stream().map(InteractionId::toString).toList());
        body.put("agents", stands);
        body.put("numbers", new HashMap<String, Object>(numbers));
        return body;
    }

    static Snapshot read(long seq, Map<String, Object> body) {
        Set<InteractionId> open = new LinkedHashSet<>();
        list(body, "open").forEach(id -> open.add(InteractionId.parse((String) id)));
        Map<AgentId, Stand> agents = new HashMap<>();
        for (Object one : list(body, "agents")) {
            Map<?, ?> stand = (Map<?, ?>) one;
            agents.put(new AgentId((String) stand.get("agent")), new Stand(presence(stand), Instant.parse((String)
                    stand.get("since"))));
        }
        Map<String, Integer> numbers = new HashMap<>();
        ((Map<?, ?>) body.get("numbers")).forEach((day, last) -> numbers.put((String) day, ((Number) last).intValue()));
        return new Snapshot(seq, open, agents, numbers);
    }

    private static List<?> list(Map<String, Object> body, String name) {
        return (List<?>) body.get(name);
    }

    private static Presence presence(Map<?, ?> stand) {
        return switch ((String) stand.get("presence")) {
            case "ready" -> new Presence.Ready();
            case "loggedOut" -> new Presence.LoggedOut();
            default -> new Presence.NotReady((String) stand.get("reason"));
        };
    }
}
