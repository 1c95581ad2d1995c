// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.channel.email.answer.Answer;
import io.patchbay.channel.email.answer.Composer;
import io.patchbay.channel.email.store.Outgoing;
import io.patchbay.spi.channel.Enclosure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Sends messages by mail. The exchange is done when the server has taken or refused the mail and the conversation
 * knows; it fails with the reason if it is to come again.
 */
final class MailProducer extends DefaultAsyncProducer {
    private final MailEndpoint endpoint;

    MailProducer(MailEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            MailAccount account = endpoint.account();
            Message message = exchange.getMessage();
            Outgoing outgoing = outgoing(account.settings(), message);
            account.sending()
                    .send(outgoing, answer(account, outgoing.mailId(), message), asked(message, account))
                    .whenComplete((later, fault) -> finish(exchange, callback, later, fault));
            return false;
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private static void finish(Exchange exchange, AsyncCallback callback, Optional<String> later, Throwable fault) {
        if (fault != null) {
            exchange.setException(fault);
        } else {
            later.ifPresent(reason -> exchange.setException(new CamelExchangeException(reason, exchange)));
        }
        callback.done(false);
    }

    private static Instant asked(Message message, MailAccount account) {
        String at = message.getHeader("PatchbayAt", String.class);
        return at == null ? account.clock().instant() : Instant.parse(at);
    }

    private static Outgoing outgoing(AccountSettings settings, Message message) {
        String id = needed(message, Header.ID);
        String interaction = Optional.ofNullable(message.getHeader(Header.INTERACTION, String.class))
                .orElse("");
        String event = Optional.ofNullable(message.getHeader(Header.EVENT_ID, String.class))
                .orElse(id);
        return new Outgoing(event, local(id) + "@" + settings.domain(), id, interaction, Outgoing.State.SENDING, "");
    }

    /** The message's id as it may stand before an @ (RFC 5322, 3.2.3). */
    private static String local(String id) {
        return id.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Answer answer(MailAccount account, String mailId, Message message) {
        return new Answer(
                mailId,
                needed(message, Header.TO).replaceFirst("^mailto:", ""),
                Optional.ofNullable(message.getHeader(Header.SUBJECT, String.class))
                        .orElse(""),
                Optional.ofNullable(message.getBody(String.class)).orElse(""),
                references(account, list(message, Header.REFERS_TO, String.class)),
                list(message, Header.ENCLOSURES, Enclosure.class),
                false);
    }

    /** Message-IDs: letters have them as their ids, messages of ours get them when they are sent by this account. */
    private static List<String> references(MailAccount account, List<String> ids) {
        return ids.subList(Math.max(0, ids.size() - Composer.MOST_REFERENCES), ids.size()).stream()
                .map(id -> id.indexOf('@') > 0
                        ? Optional.of(id)
                        : account.book()
                                .sent(local(id) + "@" + account.settings().domain())
                                .map(Outgoing::mailId))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String needed(Message message, String header) {
        String value = message.getHeader(header, String.class);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the header " + header + " is missing");
        }
        return value;
    }

    private static <T> List<T> list(Message message, String header, Class<T> type) {
        return message.getHeader(header) instanceof List<?> values
                ? values.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }
}
