// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.api.command.CommandResult;
import io.patchbay.channel.email.answer.Bounce;
import io.patchbay.channel.email.answer.BounceReader;
import io.patchbay.channel.email.fetch.Reception;
import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.policy.AutoReply;
import io.patchbay.channel.email.read.Mail;
import io.patchbay.channel.email.read.MailReader;
import io.patchbay.channel.email.read.Senders;
import io.patchbay.channel.email.store.Outgoing;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a mail is to us: a report on one of ours, one of ours that came back, or a letter. */
final class Sorting implements Reception {
    private static final Logger log = LoggerFactory.getLogger(Sorting.class);
    private static final long PATIENCE_SECONDS = 60;

    private final MailAccount account;
    private final Accounts accounts;
    private final Posting posting;
    private final Greeting greeting;
    private final MailReader reader;

    Sorting(MailAccount account, Accounts accounts, Posting posting) {
        this.account = account;
        this.accounts = accounts;
        this.posting = posting;
        greeting = new Greeting(account, accounts);
        reader = new MailReader(account.settings().rules());
    }

    /** Brings a letter to the core. */
    @FunctionalInterface
    interface Posting {
        /** Blocks until the letter is durable or refused; {@code first} is run if it was not known before. */
        Outcome post(Mail mail, String id, Runnable first) throws InterruptedException;
    }

    @Override
    public Outcome take(Spool spool, boolean whole) throws IOException, InterruptedException {
        if (whole) {
            return post(reader.whole(spool));
        }
        Optional<Bounce> bounce = BounceReader.read(spool);
        if (bounce.isPresent()) {
            Optional<Outcome> done = report(bounce.get());
            if (done.isPresent()) {
                return done.get();
            }
        }
        Mail mail = reader.read(spool);
        if (cameBack(mail)) {
            log.info("A mail of ours came back to {}", account.settings().name());
            return new Outcome.Taken();
        }
        return post(mail);
    }

    private Outcome post(Mail mail) throws InterruptedException {
        String id = account.book().letterId(mail);
        return posting.post(mail, id, () -> greeting.greet(mail, id));
    }

    private boolean cameBack(Mail mail) {
        boolean marked = mail.fields().all(AutoReply.LOOP.toLowerCase(Locale.ROOT)).stream()
                .flatMap(value -> Senders.parse(value).stream())
                .anyMatch(one -> accounts.isOurs(one.address()));
        return marked && account.book().sent(mail.id()).isPresent();
    }

    /** A report on a mail of ours; empty if it is on somebody else's. */
    private Optional<Outcome> report(Bounce bounce) throws InterruptedException {
        Optional<Outgoing> mail = bounce.mailIds().stream()
                .flatMap(id -> account.book().sent(id).stream())
                .findFirst();
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        if (!bounce.failed() || mail.get().isAutomatic()) {
            return Optional.of(new Outcome.Taken());
        }
        return Optional.of(told(account.sending().returned(mail.get(), bounce.reason())));
    }

    private static Outcome told(CompletionStage<CommandResult> report) throws InterruptedException {
        try {
            CommandResult result = report.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            boolean later =
                    result instanceof CommandResult.Refused refused && refused.kind() == CommandResult.Kind.UNAVAILABLE;
            return later
                    ? new Outcome.NotNow(
                            ((CommandResult.Refused) result).problem().english())
                    : new Outcome.Taken();
        } catch (ExecutionException e) {
            return new Outcome.Failed(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            return new Outcome.NotNow("no answer from the core");
        }
    }
}
