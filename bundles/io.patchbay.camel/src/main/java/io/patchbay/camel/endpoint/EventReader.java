// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.Person;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Message;

/** Tells which entries a consumer wants, and makes them messages. */
final class EventReader {
    private final Purpose.Events wanted;
    private final Doors doors;

    EventReader(Purpose.Events wanted, Doors doors) {
        this.wanted = wanted;
        this.doors = doors;
    }

    boolean wants(JournalEntry entry) {
        return (wanted.types().isEmpty() || wanted.types().contains(entry.type()))
                && wanted.channel()
                        .filter(channel -> !channel(entry).equals(Optional.of(channel.value())))
                        .isEmpty()
                && wanted.address()
                        .filter(address -> !text(entry, "from").equals(Optional.of(address)))
                        .isEmpty();
    }

    private Optional<String> channel(JournalEntry entry) {
        return text(entry, "channel")
                .or(() -> interaction(entry).map(one -> one.contact().channel().value()));
    }

    private Optional<Interaction> interaction(JournalEntry entry) {
        return entry.interaction().flatMap(id -> doors.interactions().find(Scope.system(), id));
    }

    /** Writes headers and body; false if the message's words are erased, so that there is nothing to send. */
    boolean write(JournalEntry entry, Message message) {
        message.setHeader(Header.SEQ, entry.seq());
        message.setHeader(Header.TYPE, entry.type());
        message.setHeader(Header.AT, entry.at().toString());
        message.setHeader(Header.EVENT_ID, "patchbay-" + entry.seq());
        entry.interaction().ifPresent(id -> message.setHeader(Header.INTERACTION, id.toString()));
        Optional<String> conversation = text(entry, "conversation")
                .or(() -> interaction(entry).map(one -> one.conversation().toString()));
        conversation.ifPresent(id -> message.setHeader(Header.CONVERSATION, id));
        channel(entry).ifPresent(key -> message.setHeader(Header.CHANNEL, key));
        if (!entry.type().startsWith("message.")) {
            message.setBody(Json.line(entry, value -> open(entry, value)));
            return true;
        }
        return writeMessage(entry, message, conversation);
    }

    private boolean writeMessage(JournalEntry entry, Message message, Optional<String> conversation) {
        text(entry, "message").ifPresent(id -> message.setHeader(Header.ID, id));
        text(entry, "from").ifPresent(ours -> message.setHeader(Header.FROM, ours));
        text(entry, "to").ifPresent(theirs -> message.setHeader(Header.TO, theirs));
        text(entry, "reason").ifPresent(reason -> message.setHeader("PatchbayReason", reason));
        text(entry, "subject")
                .or(() -> interaction(entry).flatMap(one -> one.contact().subject()))
                .ifPresent(subject -> message.setHeader(Header.SUBJECT, subject));
        text(entry, "agent").flatMap(this::shownName).ifPresent(name -> message.setHeader(Header.AGENT, name));
        conversation.ifPresent(id -> message.setHeader(Header.REFERS_TO, letters(ConversationId.parse(id))));
        message.setBody(text(entry, "text").orElse(""));
        return !entry.body().containsKey("text") || text(entry, "text").isPresent();
    }

    /** What the customer wrote in this conversation, oldest first. */
    private List<String> letters(ConversationId conversation) {
        return doors.journal().of(conversation).stream()
                .filter(entry -> entry.type().equals("message.received"))
                .map(entry ->
                        text(entry, "letter").or(() -> text(entry, "message")).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<String> shownName(String agent) {
        return doors.people().person(Scope.system(), new UserId(agent)).map(Person::name);
    }

    private Optional<String> text(JournalEntry entry, String field) {
        Object value = entry.body().get(field);
        return value instanceof Confidential sealed
                ? open(entry, sealed)
                : Optional.ofNullable(value).filter(String.class::isInstance).map(String.class::cast);
    }

    private Optional<String> open(JournalEntry entry, Confidential value) {
        return value instanceof Confidential.Sealed sealed
                ? entry.part(sealed).flatMap(doors.vault()::open)
                : Optional.of(((Confidential.Clear) value).text());
    }
}
