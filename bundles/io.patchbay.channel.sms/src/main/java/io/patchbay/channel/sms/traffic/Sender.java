// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.channel.sms.codec.Part;
import io.patchbay.channel.sms.codec.Splitter;
import io.patchbay.channel.sms.smpp.Answer;
import io.patchbay.channel.sms.smpp.Receipt;
import io.patchbay.channel.sms.smpp.Submission;
import io.patchbay.channel.sms.store.OutgoingPart;
import io.patchbay.channel.sms.store.OutgoingTable;
import io.patchbay.channel.sms.store.OutgoingTable.Fate;
import io.patchbay.channel.sms.store.OutgoingTable.Said;
import io.patchbay.channel.sms.store.OutgoingTable.Sending;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Sends SMS part by part; each answer is recorded before the next part goes. One number gets them in order. */
final class Sender {
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private static final Duration VALID = Duration.ofDays(1);

    private final String account;
    private final Outside outside;
    private final OutgoingTable table;
    private final Core core;
    private final InstantSource clock;
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(0x10000));
    private final Map<String, CompletableFuture<Void>> lastTo = new ConcurrentHashMap<>();

    /** How SMS of this account go out. */
    record Outside(
            Submission.End from,
            Numbers numbers,
            Carriage carriage,
            Function<Submission, CompletionStage<Answer>> submit) {}

    Sender(String account, Outside outside, OutgoingTable table, Core core, InstantSource clock) {
        this.account = account;
        this.outside = outside;
        this.table = table;
        this.core = core;
        this.clock = clock;
    }

    /** Completes once the SMSC answered to every part and the answers are durable; fails if the account closes. */
    CompletionStage<Void> send(OutgoingSms sms) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> before = lastTo.put(sms.to().text(), done);
        CompletionStage<Void> turn = before == null ? CompletableFuture.completedStage(null) : before;
        turn.handle((ok, failed) -> Optional.empty())
                .thenCompose(any -> table.answered(sms.event()))
                .thenCompose(known -> send(sms, known))
                .whenComplete((ok, failure) -> {
                    lastTo.remove(sms.to().text(), done);
                    if (failure == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
        return done;
    }

    private CompletionStage<Void> send(OutgoingSms sms, List<OutgoingPart> known) {
        int number = known.isEmpty()
                ? reference.incrementAndGet() & 0xffff
                : known.get(0).reference();
        Optional<Submission.End> to = outside.numbers.end(sms.to());
        if (to.isEmpty()) {
            return known.isEmpty() ? refused(sms, number, "no SMS can go to this address") : finished();
        }
        List<Part> parts;
        try {
            parts = Splitter.split(sms.text(), outside.carriage, number);
        } catch (IllegalArgumentException e) {
            return known.isEmpty() ? refused(sms, number, e.getMessage()) : finished();
        }
        return next(new Way(sms, to.get(), parts, known, number), 1);
    }

    private record Way(OutgoingSms sms, Submission.End to, List<Part> parts, List<OutgoingPart> known, int reference) {}

    private CompletionStage<Void> next(Way way, int number) {
        boolean over = number > way.parts.size()
                || way.known.stream().anyMatch(part -> part.state() == OutgoingPart.State.FAILED);
        if (over) {
            return finished();
        } else if (way.known.stream().anyMatch(part -> part.number() == number)) {
            return next(way, number + 1);
        }
        Submission submission = new Submission(
                outside.from,
                way.to,
                way.parts.get(number - 1),
                outside.carriage,
                way.sms.at().plus(VALID));
        return outside.submit.apply(submission).thenCompose(answer -> {
            OutgoingPart part = new OutgoingPart(number, way.parts.size(), way.reference, OutgoingPart.State.ACCEPTED);
            if (answer instanceof Answer.Accepted accepted) {
                Said said = new Said(Optional.of(Receipt.kept(accepted.id())), "");
                return record(way.sms, part, said).thenCompose(any -> next(way, number + 1));
            }
            String reason = ((Answer.Refused) answer).reason();
            return record(way.sms, part, new Said(Optional.empty(), reason));
        });
    }

    private CompletionStage<Void> refused(OutgoingSms sms, int number, String reason) {
        OutgoingPart part = new OutgoingPart(1, 1, number, OutgoingPart.State.FAILED);
        return record(sms, part, new Said(Optional.empty(), reason));
    }

    private CompletionStage<Void> record(OutgoingSms sms, OutgoingPart part, Said said) {
        Sending sending = new Sending(sms.event(), account, sms.message(), sms.interaction());
        return record(sending, part, said).thenAccept(this::tell);
    }

    /** While the database is away the SMSC's answer is held: sending on, or again, would double it. */
    private CompletionStage<Optional<Fate>> record(Sending sending, OutgoingPart part, Said said) {
        return table.answer(sending, part, said, clock.millis())
                .exceptionallyCompose(failure -> table.isClosed()
                        ? CompletableFuture.failedStage(failure)
                        : CompletableFuture.supplyAsync(() -> part, LATER)
                                .thenCompose(again -> record(sending, again, said)));
    }

    private static CompletionStage<Void> finished() {
        return CompletableFuture.completedStage(null);
    }

    /** A receipt of the SMSC; completes once it is durable. */
    CompletionStage<Void> receipt(Receipt receipt) {
        if (receipt.fate() == Receipt.Fate.UNDERWAY || receipt.ids().isEmpty()) {
            return finished();
        }
        OutgoingPart.State state =
                receipt.fate() == Receipt.Fate.DELIVERED ? OutgoingPart.State.DELIVERED : OutgoingPart.State.FAILED;
        return table.receipt(account, receipt.ids(), state, receipt.reason(), clock.millis())
                .thenAccept(this::tell);
    }

    /** Tells what was not yet told. */
    void tellAll() {
        table.untold(account).thenAccept(fates -> fates.forEach(fate -> tell(Optional.of(fate))));
    }

    private void tell(Optional<Fate> fate) {
        fate.ifPresent(known -> core.report(known).thenAccept(told -> {
            if (told) {
                table.reported(known.sending().event());
            }
        }));
    }
}
