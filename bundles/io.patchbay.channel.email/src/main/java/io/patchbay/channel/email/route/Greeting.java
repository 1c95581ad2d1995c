// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.channel.email.answer.Answer;
import io.patchbay.channel.email.policy.Acknowledgement;
import io.patchbay.channel.email.policy.AutoReply;
import io.patchbay.channel.email.read.Mail;
import io.patchbay.channel.email.store.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acknowledges letters automatically (RFC 3834): at most once a day and sender, tried once. */
final class Greeting {
    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final MailAccount account;
    private final Accounts accounts;

    Greeting(MailAccount account, Accounts accounts) {
        this.account = account;
        this.accounts = accounts;
    }

    void greet(Mail mail, String letterId) {
        AccountSettings settings = account.settings();
        Acknowledgement acknowledgement = settings.acknowledgement();
        if (!acknowledgement.on() || acknowledgement.text(mail.locale()).isBlank()) {
            return;
        }
        Optional<String> obstacle = AutoReply.obstacle(mail, accounts::isOurs);
        Instant now = account.clock().instant();
        String to = mail.sender().address().value();
        if (obstacle.isPresent()
                || !account.book()
                        .mayAcknowledge(
                                settings.address().value(),
                                mail.sender().address().text(),
                                now)) {
            log.debug("No automatic reply: {}", obstacle.orElse("there was one today"));
            return;
        }
        String id = "ack-" + UUID.nameUUIDFromBytes((settings.name() + letterId).getBytes(StandardCharsets.UTF_8));
        String mailId = id + "@" + settings.domain();
        CompletionStage<Optional<String>> sent = account.sending()
                .send(
                        new Outgoing(id, mailId, "", "", Outgoing.State.SENDING, ""),
                        new Answer(
                                mailId,
                                to,
                                mail.subject().orElse(""),
                                acknowledgement.text(mail.locale()),
                                mail.id().isEmpty() ? List.of() : List.of(mail.id()),
                                List.of(),
                                true),
                        now);
        sent.whenComplete((later, fault) -> {
            if (fault != null || later.isPresent()) {
                log.info("An automatic reply of {} was not sent", settings.name());
            }
        });
    }
}
