// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.core.content.KeptAttachments;
import io.patchbay.core.letter.LetterTable.Place;
import io.patchbay.core.path.Doorway;
import io.patchbay.core.path.Incoming;
import io.patchbay.core.read.LiveInteractions;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Enclosure;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.channel.OverloadException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The slot in the door: each letter is taken once, goes on with its conversation's open contact or opens one. Letters
 * of one sender are taken one after the other, so that two in a row never open two contacts.
 */
public final class Letters implements LetterBox {
    private static final int MOST_AT_ONCE = 2_000;

    private final Correspondence correspondence;
    private final Threading threading;
    private final Doorway door;
    private final LiveInteractions live;
    private final Attachments attachments;
    private final InstantSource clock;
    private final Executor pool;
    private final Map<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    Letters(
            Correspondence correspondence,
            Threading threading,
            Doorway door,
            LiveInteractions live,
            Attachments attachments,
            InstantSource clock,
            Executor pool) {
        this.correspondence = correspondence;
        this.threading = threading;
        this.door = door;
        this.live = live;
        this.attachments = attachments;
        this.clock = clock;
        this.pool = pool;
    }

    @Override
    public CompletionStage<Posted> post(Letter letter) throws OverloadException {
        door.mustBeOpen();
        if (!correspondence.ready()) {
            throw new OverloadException("letters of before the start are still being read");
        } else if (underWay.incrementAndGet() > MOST_AT_ONCE) {
            underWay.decrementAndGet();
            throw new OverloadException(MOST_AT_ONCE + " letters are being taken at once");
        }
        String sender = letter.channel() + " " + letter.from().text();
        CompletableFuture<Posted> posted = new CompletableFuture<>();
        CompletionStage<?> mine = tails.compute(sender, (key, tail) -> {
            CompletableFuture<?> before = tail == null ? CompletableFuture.completedFuture(null) : tail;
            return before.handle((any, failure) -> null)
                    .thenComposeAsync(any -> take(letter), pool)
                    .whenComplete((place, failure) -> {
                        underWay.decrementAndGet();
                        if (failure == null) {
                            posted.complete(place);
                        } else {
                            posted.completeExceptionally(cause(failure));
                        }
                    });
        });
        mine.whenComplete((any, failure) -> tails.remove(sender, mine));
        return posted;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private CompletionStage<Posted> take(Letter letter) {
        MessageId message = LetterKeys.message(letter.id());
        String key = LetterKeys.key(letter.channel(), message);
        Optional<Place> before = correspondence.letter(key);
        if (before.isPresent()) {
            Place place = before.get();
            return CompletableFuture.completedStage(
                    new Posted(place.interaction(), place.conversation(), message, true));
        }
        ConversationId conversation = threading.of(letter).orElseGet(() -> ConversationId.at(clock.millis()));
        Incoming incoming =
                new Incoming(message, letter.text(), Optional.of(way(letter)), keep(conversation, letter.enclosures()));
        return deliver(letter, conversation, incoming).thenApply(interaction -> {
            correspondence.taken(key, letter.from(), new Place(interaction, conversation), clock.instant());
            return new Posted(interaction, conversation, message, false);
        });
    }

    private static MessageEvent.Way way(Letter letter) {
        return new MessageEvent.Way(
                letter.channel(),
                letter.to().map(address -> new Confidential.Clear(address.text())),
                Optional.of(new Confidential.Clear(letter.from().text())),
                letter.about().subject().map(Confidential.Clear::new));
    }

    private CompletionStage<InteractionId> deliver(Letter letter, ConversationId conversation, Incoming incoming) {
        Optional<InteractionId> open = live.open(conversation);
        return open.isEmpty()
                ? open(letter, conversation, incoming)
                : door.letter(open.get(), incoming)
                        .thenCompose(taken -> taken
                                ? CompletableFuture.completedStage(open.get())
                                : open(letter, conversation, incoming));
    }

    private CompletionStage<InteractionId> open(Letter letter, ConversationId conversation, Incoming incoming) {
        Arrival arrival = new Arrival(
                letter.channel(),
                letter.kind(),
                letter.from(),
                letter.to(),
                letter.queue(),
                Optional.of(conversation),
                Optional.empty(),
                letter.about(),
                List.of());
        LetterSession session = new LetterSession();
        try {
            door.open(arrival, session, List.of(incoming));
        } catch (OverloadException e) {
            return CompletableFuture.failedStage(e);
        }
        return session.durable();
    }

    private List<MessageEvent.AttachedPart> keep(ConversationId conversation, List<Enclosure> enclosures) {
        List<MessageEvent.AttachedPart> parts = new ArrayList<>();
        for (Enclosure enclosure : enclosures) {
            try (InputStream bytes = enclosure.source().open()) {
                Attachment kept =
                        attachments.keep(conversation, enclosure.role(), enclosure.name(), enclosure.type(), bytes);
                parts.add(KeptAttachments.part(kept));
            } catch (IOException e) {
                throw new UncheckedIOException("an enclosure cannot be kept: " + e.getMessage(), e);
            }
        }
        return parts;
    }
}
