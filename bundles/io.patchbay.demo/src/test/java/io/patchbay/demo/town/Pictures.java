// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures of contacts, as the core would tell them. */
public final class Pictures {
    /** When all of it happens. */
    public static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private Pictures() {}

    /** A contact in a queue. */
    public static Interaction of(
            String channel,
            Address from,
            String name,
            String queue,
            InteractionState state,
            Optional<Outcome> outcome,
            List<Assignment> parts) {
        return new Interaction(
                InteractionId.at(1_000),
                "261122-00001",
                ConversationId.at(1_000),
                new Interaction.Contact(
                        new ChannelKey(channel),
                        new WorkKind("chat"),
                        Direction.INBOUND,
                        Optional.of(from),
                        Optional.empty(),
                        Optional.of(name),
                        Optional.empty(),
                        "zh-CN"),
                state,
                new Interaction.Placement(new QueueId(queue), new UnitId("headquarters"), 0),
                Optional.empty(),
                new Interaction.Times(AT, Optional.of(AT), Optional.empty(), Optional.empty(), Optional.empty()),
                outcome,
                Map.of(),
                parts,
                List.of());
    }

    /** An agent's part; each moment may be missing. */
    public static Assignment part(String agent, boolean accepted, boolean wrapUp, boolean ended) {
        return new Assignment(
                new AgentId(agent),
                AT,
                Optional.of(AT).filter(at -> accepted),
                Optional.of(AT).filter(at -> wrapUp),
                Optional.of(AT).filter(at -> ended),
                Optional.empty(),
                Optional.of(accepted ? Assignment.End.COMPLETED : Assignment.End.DECLINED)
                        .filter(end -> ended));
    }
}
