// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.letter;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.Uuid7;
import io.patchbay.camel.api.DeadLetter;
import io.patchbay.camel.guard.Burial;
import io.patchbay.camel.guard.RouteGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The list of dead letters: a table of sealed exchanges, the oldest of which make room. Safe for any thread. */
public final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String CONVERSATION = "PatchbayConversation";
    private static final String INTERACTION = "PatchbayInteraction";

    private final DeadLetterTable table;
    private final ContentVault vault;
    private final InstantSource clock;
    private final int most;
    private final Duration keep;
    private final AtomicInteger listed = new AtomicInteger();
    private final LongAdder buried = new LongAdder();

    /**
     * The list in a database whose table is there.
     *
     * @param source the database
     * @param vault seals the content
     * @param clock says when
     * @param most how many are kept
     * @param keep how long
     */
    public DeadLetters(DataSource source, ContentVault vault, InstantSource clock, int most, Duration keep) {
        table = new DeadLetterTable(source);
        this.vault = vault;
        this.clock = clock;
        this.most = most;
        this.keep = keep;
        listed.set(table.count());
    }

    /** Where the routes of one context are buried. */
    public Burial of(String context) {
        return (exchange, original, route, reason) -> {
            String words = RouteGuard.words(reason);
            add(context, route, exchange, KeptExchange.of(exchange, original, words));
            String interaction = exchange.getMessage().getHeader(INTERACTION, "", String.class);
            MDC.put("interaction", interaction);
            try {
                log.warn("{}: an exchange of route {} is now a dead letter: {}", context, route, words);
            } finally {
                MDC.remove("interaction");
            }
        };
    }

    private void add(String context, String route, Exchange exchange, KeptExchange kept) {
        Optional<ContentOwner> conversation = conversation(exchange.getMessage());
        ContentOwner owner = conversation.orElseGet(
                () -> new ContentOwner(ContentOwner.Kind.CONVERSATION, Uuid7.at(clock.millis())));
        SealedPart sealed = vault.seal(owner, kept.json());
        String origin = exchange.getFromEndpoint() == null
                ? ""
                : URISupport.sanitizeUri(exchange.getFromEndpoint().getEndpointUri());
        DeadLetterTable.Row row = new DeadLetterTable.Row(
                0,
                clock.instant(),
                context,
                route,
                origin.substring(0, Math.min(origin.length(), 400)),
                conversation.isEmpty(),
                sealed,
                0);
        table.insert(row, transaction -> keepKeys(transaction, owner));
        buried.increment();
        listed.incrementAndGet();
        makeRoom();
    }

    private void keepKeys(Connection transaction, ContentOwner owner) throws SQLException {
        vault.keepKeys(transaction, List.of(owner));
    }

    /** The matter it belongs to, so that erasing that erases this too. */
    private static Optional<ContentOwner> conversation(Message message) {
        String id = message.getHeader(CONVERSATION, String.class);
        try {
            return Optional.ofNullable(id)
                    .map(UUID::fromString)
                    .map(uuid -> new ContentOwner(ContentOwner.Kind.CONVERSATION, uuid));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void makeRoom() {
        table.surplus(most, clock.instant().minus(keep)).forEach(this::remove);
    }

    /** Takes one off the list and destroys its content; false if it is not there. */
    public boolean drop(long id) {
        Optional<DeadLetterTable.Row> row = table.find(id);
        row.ifPresent(this::remove);
        return row.isPresent();
    }

    private void remove(DeadLetterTable.Row row) {
        if (table.delete(row.id())) {
            listed.decrementAndGet();
        }
        if (row.ownKey()) {
            vault.destroy(row.sealed().owner());
        }
    }

    /** The newest first. */
    public List<DeadLetter> newest(int limit) {
        List<DeadLetter> letters = new ArrayList<>();
        for (DeadLetterTable.Row row : table.newest(limit)) {
            Optional<KeptExchange> kept = vault.open(row.sealed()).map(KeptExchange::parse);
            letters.add(new DeadLetter(
                    row.id(),
                    row.at(),
                    row.context(),
                    row.route(),
                    row.origin(),
                    kept.map(KeptExchange::reason).orElse(""),
                    row.replays(),
                    kept.filter(KeptExchange::whole).isPresent()));
        }
        return letters;
    }

    /** How many there are; from memory. */
    public int count() {
        return listed.get();
    }

    /** How many came since the start. */
    public long buried() {
        return buried.sum();
    }

    /**
     * One to be sent again.
     *
     * @param context whose route
     * @param route which
     * @param at when it failed
     * @param filler puts body and headers into a fresh message; empty if it is not whole or erased
     */
    public record Returned(String context, String route, Instant at, Optional<Filler> filler) {}

    /** Puts body and headers into a fresh message. */
    public interface Filler {
        /** Does so. */
        void into(Message message);
    }

    /** Finds one that shall be sent again, and counts the attempt. */
    public Optional<Returned> take(long id) {
        return table.find(id).map(row -> {
            table.countReplay(id);
            Optional<KeptExchange> kept = vault.open(row.sealed()).map(KeptExchange::parse);
            return new Returned(
                    row.context(),
                    row.route(),
                    row.at(),
                    kept.filter(KeptExchange::whole).map(one -> one::into));
        });
    }
}
