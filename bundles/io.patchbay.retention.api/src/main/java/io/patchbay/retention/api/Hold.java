// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.api;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentOwner.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A legal hold (保全): while it stands, nothing of a customer, a contact or a conversation is erased. That of a customer
 * holds all his contacts, that of a contact its conversation, that of a conversation its contacts.
 *
 * @param id its id
 * @param subject what is held: a customer, an interaction or a conversation
 * @param caseNumber of the court or authority, 1 to 80 characters
 * @param reason why, 5 to 200 characters
 * @param placedBy who placed it
 * @param placedAt when
 * @param until when it ends by itself; empty for never
 */
public record Hold(
        UUID id,
        ContentOwner subject,
        String caseNumber,
        String reason,
        String placedBy,
        Instant placedAt,
        Optional<Instant> until) {
    private static final Set<Kind> HOLDABLE = Set.of(Kind.CUSTOMER, Kind.INTERACTION, Kind.CONVERSATION);

    public Hold {
        Objects.requireNonNull(id, "id");
        if (!HOLDABLE.contains(subject.kind())) {
            throw new IllegalArgumentException(
                    "only customers, interactions and conversations are held, not " + subject.text());
        }
        Objects.requireNonNull(until, "until");
        if (caseNumber.isBlank() || caseNumber.length() > 80) {
            throw new IllegalArgumentException("case must have 1 to 80 characters but is \"" + caseNumber + "\"");
        }
        if (reason.length() < 5 || reason.length() > 200) {
            throw new IllegalArgumentException("reason must have 5 to 200 characters but has " + reason.length());
        }
    }

    /**
     * Whether it stands.
     *
     * @param now the moment
     * @return true if it has not ended by then
     */
    public boolean stands(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
