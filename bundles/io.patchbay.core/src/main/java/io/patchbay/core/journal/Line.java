// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.store.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One line of the journal with its number, and the hash that chains it to the line before.
 *
 * @param body canonical JSON text of {@code values}
 */
record Line(
        long seq,
        Instant at,
        String type,
        int version,
        JournalDraft.Subject subject,
        String actor,
        UnitId unit,
        long epoch,
        String body,
        Map<String, Object> values,
        List<SealedPart> sealed,
        String hash) {

    /** The hash before the first line. */
    static final String GENESIS = "0".repeat(64);

    /** Hex SHA-256 of the previous hash and the line without its hash in RFC 8785 form. */
    String chained(String previous) {
        MessageDigest sha = sha256();
        sha.update(previous.getBytes(StandardCharsets.US_ASCII));
        sha.update(canonical().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The members stand in the order of their names, as RFC 8785 wants. */
    private String canonical() {
        StringBuilder json = new StringBuilder(body.length() + 256);
        json.append("{\"actor\":").append(CanonicalJson.write(actor));
        json.append(",\"at\":\"").append(at).append("\",\"body\":").append(body);
        json.append(",\"epoch\":").append(epoch);
        subject.interaction()
                .ifPresent(id -> json.append(",\"interaction\":\"").append(id).append('"'));
        json.append(",\"seq\":").append(seq);
        json.append(",\"type\":").append(CanonicalJson.write(type));
        json.append(",\"unit\":").append(CanonicalJson.write(unit.value()));
        return json.append(",\"version\":").append(version).append('}').toString();
    }

    Line hashed(String previous) {
        return new Line(seq, at, type, version, subject, actor, unit, epoch, body, values, sealed, chained(previous));
    }

    JournalEntry entry() {
        return new JournalEntry(
                seq, at, type, version, subject.interaction(), actor, unit, epoch, values, hash, sealed);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
