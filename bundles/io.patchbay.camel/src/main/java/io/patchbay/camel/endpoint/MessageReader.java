// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.MessageLines;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.journal.JournalEntry;
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
        InteractionId contact = entry.interaction().get();
        return MessageLines.read(entry, doors.vault(), () -> channel(contact))
                .or(() -> meant(contact, String.valueOf(entry.body().get("message"))));
    }

    private ChannelKey channel(InteractionId contact) {
        return doors.interactions()
                .find(Scope.system(), contact)
                .map(one -> one.contact().channel())
                .orElse(UNKNOWN);
    }

    private Optional<Message> meant(InteractionId contact, String id) {
        return doors.interactions().messages(Scope.system(), contact).stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst();
    }

    Optional<String> open(JournalEntry entry, Confidential value) {
        return entry.open(value, doors.vault());
    }
}
