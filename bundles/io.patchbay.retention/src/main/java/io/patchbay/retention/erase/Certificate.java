// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.erase;

import io.patchbay.api.command.Actor;
import io.patchbay.retention.store.Erasure;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.store.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What was erased and what was kept, with nothing personal in it. */
final class Certificate {
    private final String text;

    Certificate(Erasure erasure, Identities person, int keys, Map<String, Object> removed, Instant at, Actor actor) {
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "erasure", erasure.id().toString(),
                "customer", erasure.customer().toString(),
                "at", at.toString(),
                "by", actor.text(),
                "keysDestroyed", keys,
                "conversations", person.conversations().size(),
                "interactions", person.interactions().size(),
                "removed", removed));
        facts.put(
                "kept",
                "Journal entries without their content; numbers of accounts in acts of business, sealed, as the law demands"
                        + " (日志条目，不含内容；业务办理中的账号按法律要求密封保存)");
        text = CanonicalJson.write(facts);
    }

    String text() {
        return text;
    }

    String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
