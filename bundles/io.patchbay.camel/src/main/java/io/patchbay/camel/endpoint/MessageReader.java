// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.journal.JournalEntry;
import java.util.List;
import java.util.Optional;

/**
 * Reads the message that an entry is about: out of the entry itself where it stands there whole, so that one in a long
 * conversation costs no more than the first; else among all messages of its contact.
 */
final class MessageReader {
    private static final ChannelKey UNKNOWN = new ChannelKey("unknown");

    private final Doors doors;

    MessageReader(Doors doors) {
        this.doors = doors;
    }

    Optional<Message> of(JournalEntry entry) {
        if (!entry.type().startsWith("message.") || entry.interaction().isEmpty()) {
            return Optional.empty();
        }
        CoreEvent event = CoreEvents.read(entry).orElse(null);
        if (event instanceof MessageEvent.Received e) {
            return Optional.of(whole(entry, e, e.text(), e.way(), e.attachments()));
        } else if (event instanceof MessageEvent.Sent e) {
            return Optional.of(whole(entry, e, e.text(), e.way(), e.attachments()));
        }
        return event instanceof MessageEvent e
                ? doors
                        .interactions()
                        .messages(Scope.system(), entry.interaction().get())
                        .stream()
                        .filter(one -> one.id().equals(e.message()))
                        .findFirst()
                : Optional.empty();
    }

    private Message whole(
            JournalEntry entry,
            MessageEvent event,
            Confidential text,
            Optional<MessageEvent.Way> way,
            List<MessageEvent.AttachedPart> attachments) {
        boolean theirs = event instanceof MessageEvent.Received;
        Optional<AgentId> agent = event instanceof MessageEvent.Sent sent ? sent.agent() : Optional.empty();
        return new Message(
                event.message(),
                entry.interaction().orElseThrow(),
                theirs ? Message.Author.CUSTOMER : agent.isPresent() ? Message.Author.AGENT : Message.Author.SYSTEM,
                agent,
                entry.at(),
                open(entry, text),
                theirs ? Message.Delivery.RECEIVED : Message.Delivery.SENT,
                way(entry, way),
                attachments.stream().map(part -> attachment(entry, part)).toList(),
                Optional.empty());
    }

    private Message.Way way(JournalEntry entry, Optional<MessageEvent.Way> way) {
        return way.map(it -> new Message.Way(
                        it.channel(),
                        it.ours().flatMap(value -> open(entry, value)).map(Address::parse),
                        it.theirs().flatMap(value -> open(entry, value)).map(Address::parse),
                        it.subject().flatMap(value -> open(entry, value))))
                .orElseGet(() -> contactsOwn(entry.interaction().orElseThrow()));
    }

    private Message.Way contactsOwn(InteractionId contact) {
        return doors.interactions()
                .find(Scope.system(), contact)
                .map(Interaction::contact)
                .map(one -> Message.Way.by(one.channel()))
                .orElse(Message.Way.by(UNKNOWN));
    }

    private Attachment attachment(JournalEntry entry, MessageEvent.AttachedPart part) {
        return new Attachment(
                part.id(), part.role(), open(entry, part.name()), part.type(), part.size(), part.sha256());
    }

    Optional<String> open(JournalEntry entry, Confidential value) {
        return value instanceof Confidential.Sealed sealed
                ? entry.part(sealed).flatMap(doors.vault()::open)
                : Optional.of(((Confidential.Clear) value).text());
    }
}
