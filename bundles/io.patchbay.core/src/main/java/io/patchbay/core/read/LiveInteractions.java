// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The open interactions as the journal has them, and the closed ones until the projection has them. */
public final class LiveInteractions {
    private final Map<ConversationId, InteractionId> open = new ConcurrentHashMap<>();
    private final Map<InteractionId, Interaction> pictures = new ConcurrentHashMap<>();

    void put(Interaction interaction) {
        pictures.put(interaction.id(), interaction);
        if (interaction.times().remoteLeftAt().isPresent() || interaction.state() == InteractionState.CLOSED) {
            open.remove(interaction.conversation(), interaction.id());
        } else {
            open.put(interaction.conversation(), interaction.id());
        }
    }

    /** The contact of a conversation whose remote side is there. */
    public Optional<InteractionId> open(ConversationId conversation) {
        return Optional.ofNullable(open.get(conversation));
    }

    /** The projection has the end of these. */
    public void projected(Collection<InteractionId> closed) {
        closed.forEach(id -> pictures.computeIfPresent(
                id, (key, picture) -> picture.state() == InteractionState.CLOSED ? null : picture));
    }

    Optional<Interaction> find(InteractionId id) {
        return Optional.ofNullable(pictures.get(id));
    }

    Collection<Interaction> all() {
        return pictures.values();
    }
}
