// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import java.util.Optional;

/** Who comes into a live contact beside its agent, how he is there, and when he goes. */
public sealed interface ParticipantEvent extends CoreEvent {
    /**
     * Whom it is about.
     *
     * @return who
     */
    PartyId party();

    /**
     * {@code participant.joined}: he is asked in; a phone rings.
     *
     * @param party who
     * @param role what he is there
     * @param manner how he will be there once he answers
     * @param by who asked him in; empty if he came by himself
     * @param reason why a supervisor came; empty for others
     * @param address an outsider's number; empty for staff
     * @param note what he is told before he answers
     */
    record Joined(
            PartyId party,
            Role role,
            Manner manner,
            Optional<AgentId> by,
            Optional<String> reason,
            Optional<Confidential> address,
            Optional<Confidential> note)
            implements ParticipantEvent {}

    /**
     * {@code participant.changed}: he is there in another manner.
     *
     * @param party who, the customer and the agent too
     * @param manner how from now on
     * @param muted whether nobody hears him though he talks
     */
    record Changed(PartyId party, Manner manner, boolean muted) implements ParticipantEvent {}

    /**
     * {@code participant.left}: he is there no more, or never came.
     *
     * @param party who
     * @param cause {@code left}, {@code lost}, {@code released}, {@code ended}, {@code takes} (the contact is his now);
     *     of one who never came {@code busy}, {@code declined}, {@code no-answer}, {@code unreachable},
     *     {@code wrong-number}, {@code no-line}
     */
    record Left(PartyId party, String cause) implements ParticipantEvent {}
}
