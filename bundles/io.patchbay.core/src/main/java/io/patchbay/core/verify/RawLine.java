// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.json.SealedParts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the journal as it lies in the database, whatever became of it. It is hashed here once more rather than by
 * the writer's code, so that both do not share a fault.
 */
record RawLine(
        long seq,
        long at,
        String type,
        int version,
        Optional<UUID> interaction,
        Optional<UUID> conversation,
        String actor,
        String unit,
        long epoch,
        String body,
        Optional<byte[]> sealed,
        String hash) {
    /** The hash before the first line. */
    static final String GENESIS = "0".repeat(64);

    /** Hex SHA-256 of the previous hash and the line without its hash in RFC 8785 form. */
    String chained(String previous) {
        StringBuilder json = new StringBuilder(body.length() + 256);
        json.append("{\"actor\":").append(quoted(actor));
        json.append(",\"at\":\"")
                .append(Instant.ofEpochMilli(at))
                .append("\",\"body\":")
                .append(body);
        json.append(",\"epoch\":").append(epoch);
        interaction.ifPresent(
                id -> json.append(",\"interaction\":\"").append(id).append('"'));
        json.append(",\"seq\":").append(seq).append(",\"type\":").append(quoted(type));
        json.append(",\"unit\":").append(quoted(unit));
        json.append(",\"version\":").append(version).append('}');
        return sha256(previous + json);
    }

    private static String quoted(String text) {
        return CanonicalJson.write(text);
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }

    /**
     * The cipher texts.
     *
     * @throws IllegalArgumentException if the column holds none
     */
    List<SealedPart> parts() {
        return sealed.map(SealedParts::decode).orElse(List.of());
    }

    /**
     * The line as an entry; unchained, for what follows the journal.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    JournalEntry entry() {
        return new JournalEntry(
                seq,
                Instant.ofEpochMilli(at),
                type,
                version,
                interaction.map(InteractionId::new),
                actor,
                new UnitId(unit),
                epoch,
                CanonicalJson.read(body),
                hash,
                parts());
    }
}
