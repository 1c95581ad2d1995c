// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.codec.Whole;
import io.patchbay.channel.sms.smpp.Delivery;
import io.patchbay.channel.sms.smpp.Hearer;
import io.patchbay.channel.sms.smpp.Receipt;
import io.patchbay.channel.sms.smpp.Status;
import io.patchbay.channel.sms.store.OptOuts;
import io.patchbay.channel.sms.store.PartTable;
import io.patchbay.channel.sms.store.PartTable.Ready;
import io.patchbay.channel.sms.store.TakenTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the SMSC brings: nothing is acknowledged before it is durable. */
final class Receiver implements Hearer {
    private static final Logger log = LoggerFactory.getLogger(Receiver.class);
    private static final Duration WAITS_FOR_PARTS = Duration.ofDays(1);
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final String account;
    private final Numbers numbers;
    private final Tables tables;
    private final Core core;
    private final Onward onward;
    private final InstantSource clock;

    /** What is kept. */
    record Tables(TakenTable taken, PartTable parts, OptOuts optOuts) {}

    /**
     * Where things go from here.
     *
     * @param receipts takes a receipt
     * @param confirm sends a confirmation
     * @param executor where letters go on, in order
     */
    record Onward(
            Function<Receipt, CompletionStage<Void>> receipts, Consumer<OutgoingSms> confirm, Executor executor) {}

    Receiver(String account, Numbers numbers, Tables tables, Core core, Onward onward, InstantSource clock) {
        this.account = account;
        this.numbers = numbers;
        this.tables = tables;
        this.core = core;
        this.onward = onward;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Integer> heard(Delivery delivery) {
        return taken(delivery).handle((done, failure) -> {
            if (failure != null) {
                log.debug("SMS account {}: not taken now", account, failure);
            }
            return failure == null ? Status.OK : Status.TRY_AGAIN;
        });
    }

    private CompletionStage<Void> taken(Delivery delivery) {
        if (delivery.receipt().isPresent()) {
            return onward.receipts.apply(delivery.receipt().get());
        }
        Instant now = clock.instant();
        boolean single =
                delivery.part().place().map(place -> place.total() == 1).orElse(true);
        if (single) {
            return tables.taken
                    .single(account, delivery, now)
                    .thenComposeAsync(
                            id -> take(new Ready(id, delivery.from(), delivery.to(), List.of(delivery.part()))),
                            onward.executor);
        }
        return tables.parts
                .part(account, delivery, now)
                .thenComposeAsync(
                        ready -> ready.map(this::takeLong).orElseGet(() -> CompletableFuture.completedStage(null)),
                        onward.executor);
    }

    private CompletionStage<Void> takeLong(Ready ready) {
        return take(ready)
                .thenCompose(done -> tables.parts.done(ready.id(), clock.instant()))
                .thenAccept(done -> log.debug("Long SMS {} taken", ready.id()));
    }

    private CompletionStage<Void> take(Ready ready) {
        Whole whole = Whole.of(ready.parts());
        Address from = numbers.address(ready.from());
        SmsLetter letter = new SmsLetter(ready.id(), from, whole.text(), whole.original());
        Optional<OptWord> word = whole.original().isEmpty() ? OptWord.in(whole.text()) : Optional.empty();
        if (word.isEmpty()) {
            return core.post(letter);
        }
        opted(letter, word.get());
        return core.talksWith(from) ? core.post(letter) : CompletableFuture.completedStage(null);
    }

    private void opted(SmsLetter letter, OptWord word) {
        if (word.out()) {
            tables.optOuts.out(letter.from(), word.word(), "customer");
        } else {
            tables.optOuts.in(letter.from(), word.word(), "customer");
        }
        onward.confirm.accept(
                new OutgoingSms("opt:" + letter.id(), "", "", letter.from(), word.confirmation(), clock.instant()));
    }

    @Override
    public void proven(String link, Instant before) {
        tables.taken.proven(link, before).exceptionally(failure -> 0);
    }

    /** Long SMS whose parts did not all come go as they are; what is old is forgotten. */
    void sweep() {
        Instant now = clock.instant();
        tables.parts
                .due(account, now.minus(WAITS_FOR_PARTS))
                .thenAcceptAsync(due -> due.forEach(this::takeLong), onward.executor);
        tables.parts.forget(now.minus(REMEMBERED)).thenAcceptAsync(tables.parts::destroy, onward.executor);
        tables.taken.forget(now.minus(REMEMBERED));
    }
}
