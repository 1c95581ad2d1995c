// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Message.Author;
import io.patchbay.api.interaction.Message.Delivery;
import io.patchbay.api.interaction.Message.Way;
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
            } else if (event instanceof MessageEvent.Received e) {
                messages.putIfAbsent(e.message(), received(entry, e, channels));
            } else if (event instanceof MessageEvent.Sent e) {
                messages.putIfAbsent(e.message(), sent(entry, e, channels));
            } else if (event instanceof MessageEvent e) {
                messages.computeIfPresent(e.message(), (id, message) -> after(message, e));
            }
        }
        return List.copyOf(messages.values());
    }

    private Message received(JournalEntry entry, MessageEvent.Received e, Map<InteractionId, ChannelKey> channels) {
        Opener opener = Opener.of(entry, vault);
        return new Message(
                e.message(),
                entry.interaction().orElseThrow(),
                Author.CUSTOMER,
                Optional.empty(),
                entry.at(),
                opener.open(e.text()),
                Delivery.RECEIVED,
                way(entry, e.way(), channels, opener),
                attachments(e.attachments(), opener),
                Optional.empty());
    }

    private Message sent(JournalEntry entry, MessageEvent.Sent e, Map<InteractionId, ChannelKey> channels) {
        Opener opener = Opener.of(entry, vault);
        return new Message(
                e.message(),
                entry.interaction().orElseThrow(),
                e.agent().isPresent() ? Author.AGENT : Author.SYSTEM,
                e.agent(),
                entry.at(),
                opener.open(e.text()),
                Delivery.SENT,
                way(entry, e.way(), channels, opener),
                attachments(e.attachments(), opener),
                Optional.empty());
    }

    private static Way way(
            JournalEntry entry,
            Optional<MessageEvent.Way> way,
            Map<InteractionId, ChannelKey> channels,
            Opener opener) {
        return way.map(it -> new Way(
                        it.channel(),
                        it.ours().flatMap(opener::open).map(Address::parse),
                        it.theirs().flatMap(opener::open).map(Address::parse),
                        it.subject().flatMap(opener::open)))
                .orElseGet(
                        () -> Way.by(channels.getOrDefault(entry.interaction().orElseThrow(), UNKNOWN)));
    }

    private static List<Attachment> attachments(List<MessageEvent.AttachedPart> parts, Opener opener) {
        return parts.stream()
                .map(part -> new Attachment(
                        part.id(), part.role(), opener.open(part.name()), part.type(), part.size(), part.sha256()))
                .toList();
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
