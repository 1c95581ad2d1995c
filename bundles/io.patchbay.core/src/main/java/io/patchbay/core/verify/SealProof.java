// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.SealedPart;
import io.patchbay.store.KeyProof;
import io.patchbay.store.json.CanonicalJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether each cipher text is the one its line names, none is missing or added, and its key is as it was wrapped. */
final class SealProof {
    private final KeyProof keys;
    private final Found found;
    private final Set<String> erased = new HashSet<>();
    private final Map<String, Long> destroyed = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();

    SealProof(KeyProof keys, Found found) {
        this.keys = keys;
        this.found = found;
    }

    void take(Connection connection, List<RawLine> lines) throws SQLException {
        Map<ContentOwner, Long> owners = new LinkedHashMap<>();
        for (RawLine line : lines) {
            try {
                Map<String, Object> body = CanonicalJson.read(line.body());
                List<SealedPart> parts = line.parts();
                compare(line.seq(), seals(body), parts);
                parts.forEach(part -> owners.putIfAbsent(part.owner(), line.seq()));
                erased(body);
            } catch (IllegalArgumentException e) {
                found.entry(
                        line.seq(), "seal-unreadable", "The sealed parts of entry {0} were altered.", "条目 {0} 的密文被改动。");
            }
        }
        if (!owners.isEmpty()) {
            keys(connection, owners);
        }
    }

    private void compare(long seq, Set<String> seals, List<SealedPart> parts) {
        Set<String> there = new HashSet<>();
        for (SealedPart part : parts) {
            there.add(part.sha256());
            if (!RawLine.sha256(part.cipher()).equals(part.sha256())) {
                found.entry(seq, "seal-altered", "A cipher text of entry {0} was altered.", "条目 {0} 的一段密文被改动。");
            }
        }
        if (!there.equals(seals) || there.size() != parts.size()) {
            found.entry(
                    seq, "seal-missing", "The cipher texts of entry {0} are not those it names.", "条目 {0} 的密文与其声明不符。");
        }
    }

    private static Set<String> seals(Object value) {
        Set<String> seals = new HashSet<>();
        if (value instanceof Confidential.Sealed sealed) {
            seals.add(sealed.sha256());
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> seals.addAll(seals(member)));
        } else if (value instanceof Collection<?> list) {
            list.forEach(member -> seals.addAll(seals(member)));
        }
        return seals;
    }

    /** Entries about erasing name the owners whose keys were destroyed. */
    private void erased(Map<String, Object> body) {
        if (body.get("erased") instanceof List<?> owners) {
            owners.forEach(owner -> erased.add(String.valueOf(owner)));
        }
    }

    private void keys(Connection connection, Map<ContentOwner, Long> owners) throws SQLException {
        Map<ContentOwner, KeyProof.Stand> stands = keys.stands(connection, owners.keySet());
        owners.forEach((owner, seq) -> {
            KeyProof.Stand stand = stands.get(owner);
            if (stand == KeyProof.Stand.DESTROYED) {
                destroyed.putIfAbsent(owner.text(), seq);
            } else if (stand != KeyProof.Stand.GOOD && named.add(owner.text())) {
                key(owner.text(), seq, stand == null ? "key-missing" : "key-altered");
            }
        });
    }

    private void key(String owner, long seq, String code) {
        found.kept(
                seq,
                "key",
                owner,
                code,
                "The key {1}, which opens entry {0}, is gone or was altered.",
                "条目 {0} 的密钥 {1} 丢失或被改动。");
    }

    /** After the last line: keys that were destroyed without an entry that says so. */
    void end() {
        destroyed.forEach((owner, seq) -> {
            if (!erased.contains(owner)) {
                found.kept(
                        seq,
                        "key",
                        owner,
                        "key-destroyed",
                        "The key {1}, which opens entry {0}, was destroyed, and no entry says who erased it.",
                        "条目 {0} 的密钥 {1} 已被销毁，但没有条目说明由谁清除。");
            }
        });
    }

    boolean gone(ContentOwner owner) {
        return destroyed.containsKey(owner.text());
    }
}
