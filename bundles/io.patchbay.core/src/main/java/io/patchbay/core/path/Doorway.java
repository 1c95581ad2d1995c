// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.journal.RemoteContacts;
import io.patchbay.core.slot.Ledger;
import io.patchbay.core.slot.Slot;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The one way in: gives an arrival its id and its slot, has it journalled, and asks who it is meanwhile. */
public final class Doorway implements Intake {
    private static final Duration IDENTIFY_WITHIN = Duration.ofMillis(500);

    private final QueueGroups groups;
    private final Known known;
    private final Ledger ledger;
    private final Numbers numbers;
    private final CustomerIdentification identification;
    private final Consumer<InteractionId> typing;
    private final Map<String, InteractionId> remoteIds;
    private final Function<InteractionId, Optional<ConversationId>> past;
    private final Executor reading;

    /**
     * Opens the door.
     *
     * @param remoteIds the channels' own ids of the last day
     * @param past the conversation of an interaction that is closed; may wait for the database
     * @param reading where that is asked
     */
    public Doorway(
            QueueGroups groups,
            Known known,
            Ledger ledger,
            Numbers numbers,
            CustomerIdentification identification,
            Consumer<InteractionId> typing,
            Map<String, InteractionId> remoteIds,
            Function<InteractionId, Optional<ConversationId>> past,
            Executor reading) {
        this.groups = groups;
        this.known = known;
        this.ledger = ledger;
        this.numbers = numbers;
        this.identification = identification;
        this.typing = typing;
        this.remoteIds = new ConcurrentHashMap<>(remoteIds);
        this.past = past;
        this.reading = reading;
    }

    @Override
    public SignalSink open(Arrival arrival, ChannelSession session) throws OverloadException {
        Optional<String> overloaded = ledger.overloaded();
        if (overloaded.isPresent() || broken()) {
            throw new OverloadException(overloaded.orElse("a slot is broken; Patchbay must be restarted"));
        }
        Optional<QueueSettings> queue = known.queue(arrival.queue());
        if (queue.isEmpty()) {
            session.refused(Problem.of(
                    "unknown-queue",
                    "There is no queue \"{0}\". An administrator must name an existing one in the channel''s settings.",
                    "没有队列“{0}”，请管理员在渠道设置中填写已有的队列。",
                    arrival.queue()));
            return signal -> {};
        }
        long now = known.now().toEpochMilli();
        InteractionId id = InteractionId.at(now);
        if (arrival.remoteId().isPresent()) {
            InteractionId first = remoteIds.putIfAbsent(
                    RemoteContacts.key(arrival.channel(), arrival.remoteId().get()), id);
            if (first != null) {
                return again(first, session);
            }
        }
        ConversationId conversation = arrival.conversation().orElseGet(() -> ConversationId.at(now));
        String number = numbers.next(known.now().atZone(known.zone(queue.get())).toLocalDate());
        QueueGroup group = groups.of(arrival.queue());
        groups.own(id, group);
        group.arrive(new Arriving.Ticket(id, number, conversation, queue.get().unit()), arrival, session);
        identify(arrival, id);
        return sink(id, session);
    }

    private boolean broken() {
        return groups.all().stream().map(QueueGroup::slot).anyMatch(Slot::broken);
    }

    private void identify(Arrival arrival, InteractionId id) {
        Identification late = new Identification.Unavailable(Duration.ZERO);
        CompletableFuture<Identification> answer = new CompletableFuture<>();
        identification
                .identify(arrival.from())
                .whenComplete((who, failure) -> answer.complete(failure == null ? who : late));
        CompletionStage<Identification> within =
                answer.completeOnTimeout(late, IDENTIFY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        within.thenAccept(who -> groups.of(id).ifPresent(group -> group.identified(id, who)));
    }

    /** A repeat of a contact that is already here: it goes on with the first one. */
    private SignalSink again(InteractionId first, ChannelSession session) {
        Optional<SignalSink> open = resume(first, session);
        if (open.isEmpty()) {
            reading.execute(() -> past.apply(first).ifPresent(conversation -> session.committed(first, conversation)));
        }
        return open.orElse(signal -> {});
    }

    private SignalSink sink(InteractionId id, ChannelSession session) {
        return signal -> groups.of(id).ifPresent(group -> group.signal(id, session, signal, typing));
    }

    @Override
    public Optional<SignalSink> resume(InteractionId id, ChannelSession session) {
        return groups.of(id).map(group -> {
            group.resume(id, session);
            return sink(id, session);
        });
    }

    @Override
    public List<OpenContact> open(ChannelKey channel) {
        return groups.all().stream()
                .map(group -> group.ask(state -> state.interactions().stream()
                                .filter(contact -> contact.contact().channel().equals(channel))
                                .filter(contact -> !contact.remoteLeft() || contact.recording())
                                .map(contact -> new OpenContact(
                                        contact.id(), contact.arrived().conversation()))
                                .toList())
                        .toCompletableFuture()
                        .join())
                .flatMap(Collection::stream)
                .toList();
    }
}
