// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.business;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.watch.Watch;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One open call of the headquarters. */
record OneContact(InteractionId id) implements Interactions {
    static final UnitId UNIT = new UnitId("headquarters");

    @Override
    public Optional<Interaction> find(Scope scope, InteractionId wanted) {
        return wanted.equals(id) && scope.sees(UNIT) ? Optional.of(call()) : Optional.empty();
    }

    private Interaction call() {
        return new Interaction(
                id,
                "260302-00001",
                new ConversationId(id.value()),
                new Interaction.Contact(
                        new ChannelKey("voice"),
                        new WorkKind("call"),
                        Direction.INBOUND,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "zh-CN"),
                InteractionState.CONNECTED,
                new Interaction.Placement(new QueueId("service"), UNIT, 0),
                Optional.empty(),
                new Interaction.Times(
                        Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
    }

    @Override
    public List<Interaction> list(Scope scope, InteractionFilter filter) {
        return List.of();
    }

    @Override
    public List<Interaction> open(Scope scope) {
        return List.of();
    }

    @Override
    public List<Message> messages(Scope scope, InteractionId wanted) {
        return List.of();
    }

    @Override
    public List<Message> messages(Scope scope, ConversationId conversation) {
        return List.of();
    }

    @Override
    public Optional<InputStream> attachment(Scope scope, InteractionId wanted, AttachmentId attachment) {
        return Optional.empty();
    }

    @Override
    public List<Note> notes(Scope scope, InteractionId wanted) {
        return List.of();
    }

    @Override
    public Watch watch(Consumer<Interaction> listener) {
        return () -> {};
    }

    @Override
    public Watch watchTyping(Consumer<InteractionId> listener) {
        return () -> {};
    }
}
