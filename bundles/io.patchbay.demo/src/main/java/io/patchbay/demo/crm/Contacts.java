// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts written back to the CRM: whole or not at all, once by the interaction's id; the newest 20,000 are kept. */
final class Contacts {
    private static final List<String> NEEDED = List.of("interaction", "outcome", "arrivedAt", "closedAt", "work");

    private static final int MOST = 20_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, JsonNode> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
            return size() > MOST;
        }
    };
    private int puts;

    /** Takes one; empty if it was there before, else what is missing in it or "". */
    synchronized Optional<String> put(String interaction, byte[] body) {
        puts++;
        JsonNode contact;
        try {
            contact = mapper.readTree(new String(body, java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return Optional.of("not JSON: " + e.getOriginalMessage());
        }
        for (String field : NEEDED) {
            if (!contact.hasNonNull(field)) {
                return Optional.of("the field \"" + field + "\" is missing");
            }
        }
        if (!contact.get("interaction").asText().equals(interaction)) {
            return Optional.of("the field \"interaction\" is not that of the path");
        }
        return kept.put(interaction, contact) == null ? Optional.of("") : Optional.empty();
    }

    synchronized Optional<String> one(String interaction) {
        return Optional.ofNullable(kept.get(interaction)).map(JsonNode::toString);
    }

    synchronized String all() {
        return kept.values().toString();
    }

    /** How often one was brought, again or not. */
    synchronized int puts() {
        return puts;
    }
}
