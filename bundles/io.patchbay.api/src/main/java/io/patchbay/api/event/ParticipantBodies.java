// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Journal form of {@link ParticipantEvent}. */
final class ParticipantBodies {
    private ParticipantBodies() {}

    static String type(ParticipantEvent event) {
        return "participant." + event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> write(ParticipantEvent event) {
        if (event instanceof ParticipantEvent.Joined e) {
            return Body.of(
                    "party", e.party(),
                    "role", e.role().wire(),
                    "manner", e.manner().wire(),
                    "by", e.by(),
                    "reason", e.reason(),
                    "address", e.address(),
                    "note", e.note());
        } else if (event instanceof ParticipantEvent.Changed e) {
            return Body.of("party", e.party(), "manner", e.manner().wire(), "muted", e.muted());
        }
        ParticipantEvent.Left left = (ParticipantEvent.Left) event;
        return Body.of("party", left.party(), "cause", left.cause());
    }

    static Optional<CoreEvent> read(String type, Body body) {
        return switch (type) {
            case "participant.joined" -> Optional.of(new ParticipantEvent.Joined(
                    party(body),
                    Role.valueOf(body.text("role").toUpperCase(Locale.ROOT)),
                    manner(body),
                    body.maybeText("by").map(AgentId::new),
                    body.maybeText("reason"),
                    body.maybeConfidential("address"),
                    body.maybeConfidential("note")));
            case "participant.changed" -> Optional.of(
                    new ParticipantEvent.Changed(party(body), manner(body), Boolean.TRUE.equals(body.any("muted"))));
            case "participant.left" -> Optional.of(new ParticipantEvent.Left(party(body), body.text("cause")));
            default -> Optional.empty();
        };
    }

    private static PartyId party(Body body) {
        return new PartyId(body.text("party"));
    }

    private static Manner manner(Body body) {
        return Manner.valueOf(body.text("manner").toUpperCase(Locale.ROOT));
    }
}
