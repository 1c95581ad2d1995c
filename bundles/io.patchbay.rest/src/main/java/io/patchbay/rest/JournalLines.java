// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.journal.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Journal entries as lines of JSON: exactly what is hashed, with the hash; opened content stands beside its seal. */
final class JournalLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContentVault vault;
    private final boolean open;

    JournalLines(ContentVault vault, boolean open) {
        this.vault = vault;
        this.open = open;
    }

    String line(JournalEntry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seq", entry.seq());
        line.put("at", entry.at().toString());
        line.put("type", entry.type());
        line.put("version", entry.version());
        entry.interaction().ifPresent(id -> line.put("interaction", id.toString()));
        line.put("actor", entry.actor());
        line.put("unit", entry.unit().value());
        line.put("epoch", entry.epoch());
        line.put("body", value(entry, entry.body()));
        line.put("hash", entry.hash());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("journal line " + entry.seq() + " cannot be written", e);
        }
    }

    private Object value(JournalEntry entry, Object value) {
        if (value instanceof Confidential.Sealed sealed) {
            return sealed(entry, sealed);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> written = new TreeMap<>();
            map.forEach((name, member) -> written.put((String) name, value(entry, member)));
            return written;
        } else if (value instanceof List<?> list) {
            return list.stream().map(member -> value(entry, member)).toList();
        }
        return value;
    }

    private Map<String, Object> sealed(JournalEntry entry, Confidential.Sealed sealed) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("sealed", sealed.sha256());
        if (open) {
            entry.part(sealed)
                    .flatMap(vault::open)
                    .ifPresentOrElse(content -> written.put("content", content), () -> written.put("erased", true));
        }
        return written;
    }
}
