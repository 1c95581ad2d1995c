// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.watch.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One call, visible to all who ask here: the rights are the recordings' own matter. */
record OneContact(Interaction call) implements Interactions {
    static final UnitId UNIT = new UnitId("headquarters");

    static OneContact recorded(Instant at, List<RecordedPart> parts) {
        return new OneContact(new Interaction(
                InteractionId.at(at.toEpochMilli()),
                "260302-00001",
                ConversationId.at(at.toEpochMilli()),
                new Interaction.Contact(
                        new ChannelKey("voice"),
                        new WorkKind("call"),
                        Direction.INBOUND,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "zh-CN"),
                InteractionState.CLOSED,
                new Interaction.Placement(new QueueId("service"), UNIT, 0),
                Optional.empty(),
                new Interaction.Times(at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Map.of(),
                List.of(),
                parts));
    }

    @Override
    public Optional<Interaction> find(Scope scope, InteractionId id) {
        return Optional.of(call).filter(known -> known.id().equals(id));
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
    public List<Message> messages(Scope scope, InteractionId id) {
        return List.of();
    }

    @Override
    public List<Message> messages(Scope scope, ConversationId conversation) {
        return List.of();
    }

    @Override
    public Optional<java.io.InputStream> attachment(
            Scope scope, InteractionId id, io.patchbay.api.id.AttachmentId attachment) {
        return Optional.empty();
    }

    @Override
    public List<Note> notes(Scope scope, InteractionId id) {
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
