// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.channel.email.fetch.Box;
import io.patchbay.channel.email.fetch.Reception.Outcome;
import io.patchbay.channel.email.read.Mail;
import io.patchbay.channel.email.server.ServerWords;
import io.patchbay.channel.email.store.MailBook;
import io.patchbay.channel.email.store.Outgoing;
import io.patchbay.spi.channel.OverloadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Watches an account's box; every letter is an exchange, one after the other. */
final class MailConsumer extends DefaultConsumer {
    private static final long PATIENCE_SECONDS = 300;

    private final MailEndpoint endpoint;
    private Box box;

    MailConsumer(MailEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        MailAccount account = endpoint.account();
        box = account.box(
                new Sorting(account, endpoint.accounts(), (mail, id, first) -> post(account, mail, id, first)));
        box.start();
    }

    @Override
    protected void doStop() throws Exception {
        if (box != null) {
            box.close();
        }
        super.doStop();
    }

    private Outcome post(MailAccount account, Mail mail, String id, Runnable first) throws InterruptedException {
        Exchange exchange = createExchange(false);
        write(account, mail, id, exchange.getMessage());
        CountDownLatch done = new CountDownLatch(1);
        getAsyncProcessor().process(exchange, doneSync -> done.countDown());
        if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return new Outcome.NotNow("the route takes longer than " + PATIENCE_SECONDS + " s");
        }
        Exception fault = exchange.getException();
        if (fault != null) {
            boolean overload = exchange.getException(OverloadException.class) != null;
            String words = ServerWords.of(fault);
            return overload ? new Outcome.NotNow(words) : new Outcome.Failed(words);
        }
        if (exchange.getMessage().getHeader(Header.INTERACTION) != null
                && !Boolean.TRUE.equals(exchange.getMessage().getHeader(Header.AGAIN, Boolean.class))) {
            first.run();
        }
        return new Outcome.Taken();
    }

    private void write(MailAccount account, Mail mail, String id, Message message) {
        AccountSettings settings = account.settings();
        message.setHeader(Header.ID, id);
        message.setHeader(Header.FROM, mail.sender().address().text());
        message.setHeader(Header.TO, settings.address().text());
        message.setHeader(Header.QUEUE, settings.queue().value());
        mail.sender().name().ifPresent(name -> message.setHeader(Header.NAME, name));
        mail.subject().ifPresent(subject -> message.setHeader(Header.SUBJECT, subject));
        message.setHeader(Header.LOCALE, mail.locale());
        message.setHeader(Header.KIND, "mail");
        message.setHeader(Header.REFERS_TO, refersTo(account.book(), mail));
        message.setHeader(Header.ENCLOSURES, mail.enclosures());
        message.setBody(mail.text());
    }

    /** Ids of letters as they are; of mails of ours the message, of automatic replies nothing. */
    private List<String> refersTo(MailBook book, Mail mail) {
        List<String> ids = new ArrayList<>();
        for (String id : mail.refersTo()) {
            Optional<Outgoing> ours = isOurs(id) ? book.sent(id) : Optional.empty();
            if (!ours.map(Outgoing::isAutomatic).orElse(false)) {
                ids.add(ours.map(Outgoing::message).orElse(id));
            }
        }
        return ids;
    }

    private boolean isOurs(String id) {
        return endpoint.accounts().isOurDomain(id.substring(id.lastIndexOf('@') + 1));
    }
}
