// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.api.command.CommandResult;
import io.patchbay.channel.email.answer.Answer;
import io.patchbay.channel.email.answer.Courier;
import io.patchbay.channel.email.answer.Deferred;
import io.patchbay.channel.email.answer.Fate;
import io.patchbay.channel.email.server.AccountHealth;
import io.patchbay.channel.email.store.MailBook;
import io.patchbay.channel.email.store.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends what is asked for, once: what the server said is kept before anything else happens. */
final class Sending {
    private final AccountSettings settings;
    private final Courier courier;
    private final MailBook book;
    private final Fates fates;
    private final AccountHealth health;
    private final Deferred deferred;
    private final InstantSource clock;

    Sending(
            AccountSettings settings,
            Courier courier,
            MailBook book,
            Fates fates,
            AccountHealth health,
            Deferred deferred,
            InstantSource clock) {
        this.settings = settings;
        this.courier = courier;
        this.book = book;
        this.fates = fates;
        this.health = health;
        this.deferred = deferred;
        this.clock = clock;
    }

    /**
     * Sends a mail and tells its fate.
     *
     * @param asked when it was asked for
     * @return completes with nothing when all is done, with a reason if it is to be asked for again
     */
    CompletionStage<Optional<String>> send(Outgoing wanted, Answer answer, Instant asked) {
        Optional<String> obstacle = deferred.obstacle(wanted.id());
        if (obstacle.isPresent()) {
            return CompletableFuture.completedFuture(obstacle);
        }
        Outgoing known = book.begin(wanted, clock.instant());
        if (known.state() != Outgoing.State.SENDING) {
            return told(known);
        }
        return courier.send(answer).thenCompose(fate -> judged(known, fate, asked));
    }

    private CompletionStage<Optional<String>> judged(Outgoing mail, Fate fate, Instant asked) {
        if (fate instanceof Fate.Later later) {
            if (!clock.instant().isAfter(asked.plus(settings.patience()))) {
                deferred.defer(mail.id(), later);
                health.waiting(deferred.words());
                return CompletableFuture.completedFuture(Optional.of(later.reason()));
            }
            return decided(mail, Outgoing.State.FAILED, later.reason());
        }
        return fate instanceof Fate.Refused refused
                ? decided(mail, Outgoing.State.FAILED, refused.reason())
                : decided(mail, Outgoing.State.SENT, "");
    }

    private CompletionStage<Optional<String>> decided(Outgoing mail, Outgoing.State state, String reason) {
        book.end(mail.id(), state, reason);
        deferred.decided(mail.id());
        health.waiting(deferred.words());
        return told(new Outgoing(mail.id(), mail.mailId(), mail.message(), mail.interaction(), state, reason));
    }

    private CompletionStage<Optional<String>> told(Outgoing mail) {
        if (mail.isAutomatic()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletionStage<CommandResult> report =
                mail.state() == Outgoing.State.SENT ? fates.delivered(mail) : fates.failed(mail, mail.reason());
        return report.thenApply(Sending::wayOfAsking);
    }

    private static Optional<String> wayOfAsking(CommandResult result) {
        boolean again = result instanceof CommandResult.Refused refused
                && (refused.kind() == CommandResult.Kind.UNAVAILABLE
                        || refused.problem().code().equals("no-handler"));
        return again ? Optional.of(((CommandResult.Refused) result).problem().english()) : Optional.empty();
    }

    /** A report says that a mail of ours did not arrive. */
    CompletionStage<CommandResult> returned(Outgoing mail, String reason) {
        book.end(mail.id(), Outgoing.State.FAILED, reason);
        return fates.failed(mail, reason);
    }
}
