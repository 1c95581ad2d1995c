// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.people.Person;
import io.patchbay.spi.channel.Enclosure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Writes a message of a conversation into a message of a route. */
final class MessageWriter {
    private final Doors doors;

    MessageWriter(Doors doors) {
        this.doors = doors;
    }

    void write(Message message, org.apache.camel.Message target) {
        boolean theirs = message.from() == Message.Author.CUSTOMER;
        target.setHeader(Header.ID, message.id().value());
        header(target, theirs ? Header.TO : Header.FROM, message.way().ours().map(Address::text));
        header(target, theirs ? Header.FROM : Header.TO, message.way().theirs().map(Address::text));
        header(target, Header.REASON, message.reason());
        header(target, Header.AGENT, message.agent().flatMap(agent -> doors.people()
                .person(Scope.system(), new UserId(agent.value()))
                .map(Person::name)));
        target.setHeader(
                Header.ENCLOSURES,
                message.attachments().stream()
                        .map(one -> enclosure(message.interaction(), one))
                        .toList());
        target.setBody(message.text().orElse(""));
    }

    /** What it has from its contact: the subject, unless it has its own, and the messages before it by its channel. */
    void writeContact(Interaction contact, Message message, org.apache.camel.Message target) {
        header(target, Header.SUBJECT, message.way().subject().or(() -> contact.contact()
                .subject()));
        target.setHeader(Header.REFERS_TO, new LettersBefore(() -> letters(contact, message)));
    }

    private List<String> letters(Interaction contact, Message message) {
        return doors.interactions().messages(Scope.system(), contact.conversation()).stream()
                .takeWhile(one -> !one.id().equals(message.id()))
                .filter(one -> one.way().channel().equals(message.way().channel()))
                .filter(one -> one.delivery() != Message.Delivery.FAILED)
                .map(one -> one.id().value())
                .toList();
    }

    private static void header(org.apache.camel.Message target, String name, Optional<String> value) {
        value.ifPresent(text -> target.setHeader(name, text));
    }

    private Enclosure enclosure(InteractionId contact, Attachment attachment) {
        return new Enclosure(
                attachment.role(),
                attachment.name().orElse(attachment.role().wire()),
                attachment.type(),
                () -> open(contact, attachment));
    }

    private InputStream open(InteractionId contact, Attachment attachment) throws IOException {
        return doors.interactions()
                .attachment(Scope.system(), contact, attachment.id())
                .orElseThrow(() -> new FileNotFoundException("the attachment is erased"));
    }
}
