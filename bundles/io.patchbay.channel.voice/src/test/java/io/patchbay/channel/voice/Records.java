// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.watch.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Interactions that a test has written down. */
final class Records implements Interactions {
    final List<Interaction> known = new ArrayList<>();

    @Override
    public Optional<Interaction> find(Scope scope, InteractionId id) {
        return known.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Interaction> list(Scope scope, InteractionFilter filter) {
        return known;
    }

    @Override
    public List<Interaction> open(Scope scope) {
        return known;
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
