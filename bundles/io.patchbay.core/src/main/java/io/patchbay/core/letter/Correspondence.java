// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.letter.LetterTable.Place;
import io.patchbay.core.model.Opener;
import io.patchbay.core.read.Checkpoint;
import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which letters were taken and who wrote in which conversation: a projection of the journal, with what was just taken
 * kept in memory until the tables have it. Safe for any thread.
 */
final class Correspondence implements AutoCloseable {
    private static final int JUST_TAKEN = 20_000;

    private final Database database;
    private final ContentVault vault;
    private final Checkpoint checkpoint = new Checkpoint("letters");
    private final Map<String, Place> letters = newest();
    private final Map<String, Latest> parties = newest();
    private final long complete;
    private final Watch following;
    private volatile long seq;

    /** The conversation somebody wrote or was written to in last. */
    private record Latest(ConversationId conversation, Instant at) {}

    Correspondence(Database database, Journal journal, ContentVault vault) {
        this.database = database;
        this.vault = vault;
        complete = journal.head();
        seq = checkpoint.read(database);
        following = journal.follow("letters", seq, this::take);
    }

    private static <V> Map<String, V> newest() {
        return Collections.synchronizedMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > JUST_TAKEN;
            }
        });
    }

    /** Whether everything of before the start is known: until then nothing can be said to be new. */
    boolean ready() {
        return seq >= complete;
    }

    private void take(List<JournalEntry> entries) {
        checkpoint.write(database, entries.get(entries.size() - 1).seq(), transaction -> {
            for (JournalEntry entry : entries) {
                if (entry.type().startsWith("message.") && entry.body().containsKey("channel")) {
                    keep(transaction, entry);
                }
            }
        });
        seq = entries.get(entries.size() - 1).seq();
    }

    private void keep(Connection transaction, JournalEntry entry) throws SQLException {
        CoreEvent event = CoreEvents.read(entry).orElse(null);
        if (event instanceof MessageEvent.Received e && e.way().isPresent()) {
            keep(transaction, entry, e.message(), e.way().get(), e.text());
        } else if (event instanceof MessageEvent.Sent e && e.way().isPresent()) {
            keep(transaction, entry, e.message(), e.way().get(), e.text());
        }
    }

    /** A message is sealed under its conversation's key: that names the conversation. */
    private void keep(
            Connection transaction, JournalEntry entry, MessageId message, MessageEvent.Way way, Confidential text)
            throws SQLException {
        Optional<SealedPart> sealed = entry.part((Confidential.Sealed) text);
        if (sealed.isEmpty()) {
            return;
        }
        ConversationId conversation = new ConversationId(sealed.get().owner().id());
        Place place = new Place(entry.interaction().orElseThrow(), conversation);
        LetterTable.keep(transaction, LetterKeys.key(way.channel(), message), place, entry.at());
        Optional<String> party =
                way.theirs().flatMap(Opener.of(entry, vault)::open).map(this::party);
        if (party.isPresent()) {
            LetterTable.keep(transaction, party.get(), conversation, entry.at());
            met(party.get(), new Latest(conversation, entry.at()));
        }
    }

    private String party(String address) {
        return vault.lookupHash(address);
    }

    /** Remembers what was just taken. */
    void taken(String key, Address from, Place place, Instant at) {
        letters.put(key, place);
        met(party(from.text()), new Latest(place.conversation(), at));
    }

    private void met(String party, Latest latest) {
        parties.merge(party, latest, (known, now) -> known.at().isAfter(now.at()) ? known : now);
    }

    /** Remembers whom we just wrote to. */
    void wrote(Address to, ConversationId conversation, Instant at) {
        met(party(to.text()), new Latest(conversation, at));
    }

    Optional<Place> letter(String key) {
        Place just = letters.get(key);
        return just != null ? Optional.of(just) : ask(connection -> LetterTable.find(connection, key));
    }

    boolean takesPart(Address who, ConversationId conversation) {
        String party = party(who.text());
        Latest just = parties.get(party);
        return (just != null && just.conversation().equals(conversation))
                || ask(connection -> Optional.of(LetterTable.takesPart(connection, party, conversation)))
                        .orElse(false);
    }

    Optional<ConversationId> newest(Address who, Instant since) {
        String party = party(who.text());
        Latest just = parties.get(party);
        return just != null
                ? Optional.of(just).filter(it -> it.at().isAfter(since)).map(Latest::conversation)
                : ask(connection -> LetterTable.newest(connection, party, since));
    }

    private <T> Optional<T> ask(Question<T> question) {
        try (Connection connection = database.dataSource().getConnection()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("letters cannot be looked up: " + e.getMessage(), e);
        }
    }

    private interface Question<T> {
        Optional<T> of(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        following.close();
    }
}
