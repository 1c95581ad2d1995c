// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.journal;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Origin;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An entry on its way into the journal, which gives it its number and hash.
 *
 * @param at when it happened; cut to milliseconds
 * @param type dotted name, for example {@code ticket.opened}
 * @param version version of the type's body, from 1
 * @param subject what it is about
 * @param actor who did it, as {@code Actor.text()} says
 * @param unit whose thing it is
 * @param epoch of the interaction's owner; 0 where nobody owns
 * @param body JSON values: text, whole numbers within ±2^53, booleans, lists, maps, and {@link Confidential} anywhere
 *     as value; no nulls, no fractions
 * @param owner whose key seals the {@link Confidential.Clear} parts of the body
 */
public record JournalDraft(
        Instant at,
        String type,
        int version,
        Subject subject,
        String actor,
        UnitId unit,
        long epoch,
        Map<String, Object> body,
        Optional<ContentOwner> owner) {
    public JournalDraft {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(owner, "owner");
    }

    /**
     * An act of administration: about no interaction, with nothing sealed, version 1.
     *
     * @param at when it happened
     * @param type dotted name
     * @param actor who did it; where he did it from stands in the body as {@code from}, the reviewed change it carries
     *     out as {@code approval}
     * @param unit whose thing it is
     * @param body JSON values, with {@code before} and {@code after} where something changed (see {@link Change})
     * @return the entry
     */
    public static JournalDraft act(Instant at, String type, Actor actor, UnitId unit, Map<String, Object> body) {
        Map<String, Object> whole = new TreeMap<>(body);
        Origin origin = actor.origin();
        if (!origin.from().isEmpty()) {
            whole.put("from", origin.from());
        }
        origin.approval().ifPresent(approval -> whole.put("approval", approval.toString()));
        return act(at, type, actor.text(), unit, whole);
    }

    /**
     * An act of administration that came from nowhere outside.
     *
     * @param at when it happened
     * @param type dotted name
     * @param actor who did it, as {@code Actor.text()} says
     * @param unit whose thing it is
     * @param body JSON values
     * @return the entry
     */
    public static JournalDraft act(Instant at, String type, String actor, UnitId unit, Map<String, Object> body) {
        return new JournalDraft(at, type, 1, Subject.NONE, actor, unit, 0, body, Optional.empty());
    }

    /**
     * What an entry is about; both may be empty.
     *
     * @param interaction the interaction
     * @param conversation its conversation
     */
    public record Subject(Optional<InteractionId> interaction, Optional<ConversationId> conversation) {
        /** Neither. */
        public static final Subject NONE = new Subject(Optional.empty(), Optional.empty());
    }
}
