// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.access.Scope;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.journal.JournalEntry;
import java.util.Optional;

/** Tells which entries a consumer wants, and makes them messages of a route. */
final class EventReader {
    private final Purpose.Events wanted;
    private final Doors doors;
    private final MessageReader reader;
    private final MessageWriter messages;

    EventReader(Purpose.Events wanted, Doors doors) {
        this.wanted = wanted;
        this.doors = doors;
        reader = new MessageReader(doors);
        messages = new MessageWriter(doors);
    }

    boolean wants(JournalEntry entry) {
        return (wanted.types().isEmpty() || wanted.types().contains(entry.type()))
                && wanted.channel()
                        .filter(channel -> !channel(entry).equals(Optional.of(channel.value())))
                        .isEmpty()
                && (wanted.address().isEmpty()
                        || fromOurs(entry, wanted.address().get()));
    }

    /** Whether it is about a message from or to that address of ours. */
    private boolean fromOurs(JournalEntry entry, String address) {
        return reader.of(entry)
                .map(Message::way)
                .filter(way -> way.ours()
                        .filter(ours -> Addresses.read(address, way.channel()).equals(ours))
                        .isPresent())
                .isPresent();
    }

    /** That of a message that went another way stands in its entry or the one that is meant; else the contact's. */
    private Optional<String> channel(JournalEntry entry) {
        return Optional.ofNullable((String) entry.body().get("channel"))
                .or(() -> reader.of(entry).map(one -> one.way().channel().value()))
                .or(() -> interaction(entry).map(one -> one.contact().channel().value()));
    }

    private Optional<Interaction> interaction(JournalEntry entry) {
        return entry.interaction().flatMap(id -> doors.interactions().find(Scope.system(), id));
    }

    /**
     * Whether the contact is not yet shown as closed although its entry says so: the picture follows the journal too.
     */
    boolean early(JournalEntry entry) {
        return entry.type().equals("interaction.closed")
                && interaction(entry)
                        .filter(one -> one.state() != InteractionState.CLOSED)
                        .isPresent();
    }

    /** Writes headers and body; false if the message's words are erased, so that there is nothing to send. */
    boolean write(JournalEntry entry, org.apache.camel.Message target) {
        target.setHeader(Header.SEQ, entry.seq());
        target.setHeader(Header.TYPE, entry.type());
        target.setHeader(Header.AT, entry.at().toString());
        target.setHeader(Header.EVENT_ID, "patchbay-" + entry.seq());
        entry.interaction().ifPresent(id -> target.setHeader(Header.INTERACTION, id.toString()));
        Optional<Interaction> contact = interaction(entry);
        contact.ifPresent(
                one -> target.setHeader(Header.CONVERSATION, one.conversation().toString()));
        channel(entry).ifPresent(key -> target.setHeader(Header.CHANNEL, key));
        Optional<Message> message = reader.of(entry);
        if (message.isEmpty()) {
            target.setBody(Json.line(entry, contact.map(ContactFields::of), value -> reader.open(entry, value)));
            return true;
        }
        contact.ifPresent(one -> messages.writeContact(one, message.get(), target));
        messages.write(message.get(), target);
        return message.get().text().isPresent();
    }
}
