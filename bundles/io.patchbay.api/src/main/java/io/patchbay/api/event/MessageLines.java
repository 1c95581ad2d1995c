// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Message.Author;
import io.patchbay.api.interaction.Message.Delivery;
import io.patchbay.api.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads messages out of the journal lines that hold them whole. Safe for any thread. */
public final class MessageLines {
    private MessageLines() {}

    /**
     * The message of a line {@code message.received} or {@code message.sent}, as it was then: what became of it stands
     * in later lines.
     *
     * @param entry a line
     * @param vault opens its content; may wait for the database
     * @param own the contact's own channel, asked where the line names no other way
     * @return the message; empty for a line of another type
     */
    public static Optional<Message> read(JournalEntry entry, ContentVault vault, Supplier<ChannelKey> own) {
        CoreEvent event = CoreEvents.read(entry).orElse(null);
        if (event instanceof MessageEvent.Received e) {
            return Optional.of(new Message(
                    e.message(),
                    entry.interaction().orElseThrow(),
                    Author.CUSTOMER,
                    Optional.empty(),
                    entry.at(),
                    entry.open(e.text(), vault),
                    Delivery.RECEIVED,
                    way(entry, vault, e.way(), own),
                    attachments(entry, vault, e.attachments()),
                    Optional.empty()));
        } else if (event instanceof MessageEvent.Sent e) {
            return Optional.of(sent(entry, vault, e, own));
        }
        return Optional.empty();
    }

    private static Message sent(JournalEntry entry, ContentVault vault, MessageEvent.Sent e, Supplier<ChannelKey> own) {
        Optional<AgentId> agent = e.agent();
        return new Message(
                e.message(),
                entry.interaction().orElseThrow(),
                agent.isPresent() ? Author.AGENT : Author.SYSTEM,
                agent,
                entry.at(),
                entry.open(e.text(), vault),
                Delivery.SENT,
                way(entry, vault, e.way(), own),
                attachments(entry, vault, e.attachments()),
                Optional.empty());
    }

    private static Message.Way way(
            JournalEntry entry, ContentVault vault, Optional<MessageEvent.Way> way, Supplier<ChannelKey> own) {
        return way.map(it -> new Message.Way(
                        it.channel(),
                        address(entry, vault, it.ours()),
                        address(entry, vault, it.theirs()),
                        it.subject().flatMap(subject -> entry.open(subject, vault))))
                .orElseGet(() -> Message.Way.by(own.get()));
    }

    private static Optional<Address> address(JournalEntry entry, ContentVault vault, Optional<Confidential> address) {
        return address.flatMap(it -> entry.open(it, vault)).map(Address::parse);
    }

    private static List<Attachment> attachments(
            JournalEntry entry, ContentVault vault, List<MessageEvent.AttachedPart> parts) {
        return parts.stream()
                .map(part -> new Attachment(
                        part.id(),
                        part.role(),
                        entry.open(part.name(), vault),
                        part.type(),
                        part.size(),
                        part.sha256()))
                .toList();
    }
}
