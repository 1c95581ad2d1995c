// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.watch.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Interactions for readers, as a service. */
@Component
public final class InteractionsComponent implements Interactions {
    private final Interactions interactions;

    @Activate
    public InteractionsComponent(@Reference CoreComponent core) {
        interactions = core.node().interactions();
    }

    @Override
    public Optional<Interaction> find(Scope scope, InteractionId id) {
        return interactions.find(scope, id);
    }

    @Override
    public List<Interaction> list(Scope scope, InteractionFilter filter) {
        return interactions.list(scope, filter);
    }

    @Override
    public List<Interaction> open(Scope scope) {
        return interactions.open(scope);
    }

    @Override
    public List<Message> messages(Scope scope, InteractionId id) {
        return interactions.messages(scope, id);
    }

    @Override
    public List<Message> messages(Scope scope, ConversationId conversation) {
        return interactions.messages(scope, conversation);
    }

    @Override
    public Optional<InputStream> attachment(Scope scope, InteractionId id, AttachmentId attachment) throws IOException {
        return interactions.attachment(scope, id, attachment);
    }

    @Override
    public List<Note> notes(Scope scope, InteractionId id) {
        return interactions.notes(scope, id);
    }

    @Override
    public Watch watch(Consumer<Interaction> listener) {
        return interactions.watch(listener);
    }

    @Override
    public Watch watchTyping(Consumer<InteractionId> listener) {
        return interactions.watchTyping(listener);
    }
}
