// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.journal;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the journal.
 *
 * @param seq its number, from 1, without gaps
 * @param at when it happened, in milliseconds
 * @param type dotted name, for example {@code interaction.arrived}
 * @param version version of the body
 * @param interaction the interaction it is about, if any
 * @param actor who did it
 * @param unit whose thing it is
 * @param epoch of the interaction's owner
 * @param body JSON values; sealed content stands as {@link Confidential.Sealed}
 * @param hash hex SHA-256 of the previous hash and the line without hash in RFC 8785 form
 * @param sealed the cipher texts of the body's sealed content
 */
public record JournalEntry(
        long seq,
        Instant at,
        String type,
        int version,
        Optional<InteractionId> interaction,
        String actor,
        UnitId unit,
        long epoch,
        Map<String, Object> body,
        String hash,
        List<SealedPart> sealed) {
    public JournalEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(body, "body");
        sealed = List.copyOf(sealed);
    }

    /**
     * Opens a confidential value of the body.
     *
     * @param content a value of the body
     * @param vault opens it
     * @return the clear text; empty if it is erased or the store no longer has it
     */
    public Optional<String> open(Confidential content, ContentVault vault) {
        return content instanceof Confidential.Sealed secret
                ? part(secret).flatMap(vault::open)
                : Optional.of(((Confidential.Clear) content).text());
    }

    /**
     * The cipher text of one sealed part.
     *
     * @param content a sealed value of the body
     * @return its cipher text; empty if it is kept elsewhere or the store no longer has it
     */
    public Optional<SealedPart> part(Confidential.Sealed content) {
        return sealed.stream()
                .filter(part -> part.sha256().equals(content.sha256()))
                .findFirst();
    }
}
