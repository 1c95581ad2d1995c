// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.event.MessageLines;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Message.Delivery;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.model.Opener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages and notes out of journal lines. */
final class Messages {
    private static final ChannelKey UNKNOWN = new ChannelKey("unknown");

    private final ContentVault vault;

    Messages(ContentVault vault) {
        this.vault = vault;
    }

    List<Message> messages(List<JournalEntry> entries) {
        Map<MessageId, Message> messages = new LinkedHashMap<>();
        Map<InteractionId, ChannelKey> channels = new HashMap<>();
        for (JournalEntry entry : entries) {
            CoreEvent event = CoreEvents.read(entry).orElse(null);
            if (event instanceof InteractionEvent.Arrived e) {
                channels.put(entry.interaction().orElseThrow(), e.channel());
            } else if (event instanceof MessageEvent e) {
                Optional<Message> whole = MessageLines.read(
                        entry,
                        vault,
                        () -> channels.getOrDefault(entry.interaction().orElseThrow(), UNKNOWN));
                whole.ifPresentOrElse(
                        message -> messages.putIfAbsent(message.id(), message),
                        () -> messages.computeIfPresent(e.message(), (id, message) -> after(message, e)));
            }
        }
        return List.copyOf(messages.values());
    }

    private static Message after(Message message, MessageEvent event) {
        if (event instanceof MessageEvent.Delivered) {
            return with(message, Delivery.DELIVERED, Optional.empty());
        } else if (event instanceof MessageEvent.Failed e) {
            return with(message, Delivery.FAILED, Optional.of(e.reason()));
        } else if (event instanceof MessageEvent.Retried) {
            return with(message, Delivery.SENT, Optional.empty());
        }
        return message;
    }

    private static Message with(Message message, Delivery delivery, Optional<String> reason) {
        return new Message(
                message.id(),
                message.interaction(),
                message.from(),
                message.agent(),
                message.at(),
                message.text(),
                delivery,
                message.way(),
                message.attachments(),
                reason);
    }

    List<Note> notes(List<JournalEntry> entries) {
        List<Note> notes = new ArrayList<>();
        for (JournalEntry entry : entries) {
            CoreEvent event = CoreEvents.read(entry).orElse(null);
            Opener opener = Opener.of(entry, vault);
            if (event instanceof AssignmentEvent.Ended ended) {
                ended.notes()
                        .flatMap(opener::open)
                        .ifPresent(text -> notes.add(new Note(ended.agent(), entry.at(), text)));
            } else if (event instanceof InteractionEvent.NoteAdded added) {
                opener.open(added.text()).ifPresent(text -> notes.add(new Note(added.agent(), entry.at(), text)));
            }
        }
        return notes;
    }
}
