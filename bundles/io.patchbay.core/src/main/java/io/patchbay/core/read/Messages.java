// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Message.Author;
import io.patchbay.api.interaction.Message.Delivery;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.model.Opener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages and notes out of journal lines. */
final class Messages {
    private final ContentVault vault;

    Messages(ContentVault vault) {
        this.vault = vault;
    }

    List<Message> messages(List<JournalEntry> entries) {
        Map<MessageId, Message> messages = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            CoreEvent event = CoreEvents.read(entry).orElse(null);
            if (event instanceof MessageEvent.Received e) {
                messages.putIfAbsent(
                        e.message(), message(entry, e.message(), Author.CUSTOMER, e.text(), Delivery.RECEIVED));
            } else if (event instanceof MessageEvent.Sent e) {
                Message sent = message(entry, e.message(), Author.AGENT, e.text(), Delivery.SENT);
                messages.putIfAbsent(
                        e.message(),
                        new Message(
                                sent.id(),
                                sent.interaction(),
                                sent.from(),
                                Optional.of(e.agent()),
                                sent.at(),
                                sent.text(),
                                sent.delivery()));
            } else if (event instanceof MessageEvent.Delivered e) {
                messages.computeIfPresent(e.message(), (id, message) -> with(message, Delivery.DELIVERED));
            } else if (event instanceof MessageEvent.Failed e) {
                messages.computeIfPresent(e.message(), (id, message) -> with(message, Delivery.FAILED));
            }
        }
        return List.copyOf(messages.values());
    }

    private Message message(
            JournalEntry entry,
            MessageId id,
            Author author,
            io.patchbay.api.content.Confidential text,
            Delivery delivery) {
        return new Message(
                id,
                entry.interaction().orElseThrow(),
                author,
                Optional.empty(),
                entry.at(),
                Opener.of(entry, vault).open(text),
                delivery);
    }

    private static Message with(Message message, Delivery delivery) {
        return new Message(
                message.id(),
                message.interaction(),
                message.from(),
                message.agent(),
                message.at(),
                message.text(),
                delivery);
    }

    List<Note> notes(List<JournalEntry> entries) {
        List<Note> notes = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (CoreEvents.read(entry).orElse(null) instanceof AssignmentEvent.Ended ended) {
                ended.notes()
                        .flatMap(Opener.of(entry, vault)::open)
                        .ifPresent(text -> notes.add(new Note(ended.agent(), entry.at(), text)));
            }
        }
        return notes;
    }
}
