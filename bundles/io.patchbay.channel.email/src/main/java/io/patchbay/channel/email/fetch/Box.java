// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.fetch;

import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.server.AccountHealth;
import io.patchbay.channel.email.server.ServerWords;
import io.patchbay.channel.email.server.Sessions;
import io.patchbay.channel.email.store.MailBook;
import io.patchbay.spi.channel.ChannelAccount.State;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches an account's box by IMAP on a thread of its own: told of new mail by IDLE, asking every {@code poll} besides.
 * A mail is marked as seen only when it is durable with us. What goes wrong with one mail does not stop the others.
 */
public final class Box implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Box.class);
    private static final int TRIES = 3;
    private static final long LONGEST_PAUSE_SECONDS = 15;
    private static final long CLOSE_MILLIS = 10_000;
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final BoxSettings settings;
    private final Reception reception;
    private final MailBook book;
    private final AccountHealth health;
    private final ScheduledExecutorService timer;
    private final Troubles troubles;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile IMAPFolder open;
    private long pauseSeconds = 1;

    public Box(
            BoxSettings settings,
            Reception reception,
            MailBook book,
            AccountHealth health,
            ScheduledExecutorService timer,
            InstantSource clock) {
        this.settings = settings;
        this.reception = reception;
        this.book = book;
        this.health = health;
        this.timer = timer;
        troubles = new Troubles(clock);
        thread = new Thread(this::run, "patchbay-mail-" + settings.account() + "-box");
        thread.setContextClassLoader(Session.class.getClassLoader());
    }

    public void start() {
        thread.start();
    }

    /** Ends watching; the mail in hand is finished or given up. */
    @Override
    public void close() {
        closed.countDown();
        timer.execute(this::poke);
        try {
            thread.join(CLOSE_MILLIS);
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        try {
            while (!isClosed()) {
                connected();
                if (closed.await(pauseSeconds, TimeUnit.SECONDS)) {
                    return;
                }
                pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds * 2);
            }
        } catch (InterruptedException e) {
            log.debug("Box {} gives up what it has in hand", settings.account());
        }
    }

    private void connected() throws InterruptedException {
        Session session = Sessions.imap(settings.server(), settings.poll().plus(SLACK));
        try (IMAPStore store = (IMAPStore) session.getStore("imap")) {
            store.connect(settings.server().user(), settings.server().password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            folder.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) { // IDLE misses what comes just as it begins
                    timer.execute(Box.this::poke);
                }
            });
            open = folder;
            watch(store, folder);
        } catch (AuthenticationFailedException e) {
            health.reading(State.REFUSED, ServerWords.of(e));
        } catch (MessagingException | IOException e) {
            health.reading(State.DOWN, ServerWords.of(e));
        } finally {
            open = null;
        }
    }

    private void watch(IMAPStore store, IMAPFolder folder)
            throws MessagingException, IOException, InterruptedException {
        Inbox inbox = new Inbox(folder, settings.account(), book, settings.largestMail());
        boolean idles = store.hasCapability("IDLE");
        while (!isClosed()) {
            int before = folder.getMessageCount();
            Map<Long, Message> due = inbox.due();
            inbox.settle();
            for (Map.Entry<Long, Message> one : due.entrySet()) {
                if (isClosed()) {
                    return;
                }
                if (!troubles.rests(one.getKey())) {
                    bring(inbox, one.getKey(), one.getValue());
                }
            }
            health.alarm(troubles.alarm());
            health.reading(State.UP, "");
            pauseSeconds = 1;
            if (folder.getMessageCount() == before && !isClosed()) {
                waitForMail(folder, idles);
            }
        }
    }

    private void waitForMail(IMAPFolder folder, boolean idles) throws MessagingException, InterruptedException {
        if (!idles) {
            if (!closed.await(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                poke();
            }
            return;
        }
        var alarm = timer.schedule(this::poke, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Ends IDLE; shows whether the connection still lives. Not a count: that is answered without asking the server. */
    private void poke() {
        IMAPFolder folder = open;
        try {
            if (folder != null && folder.isOpen()) {
                folder.doCommand(protocol -> {
                    protocol.noop();
                    return null;
                });
            }
        } catch (MessagingException | IllegalStateException e) {
            log.debug("Box {}: {}", settings.account(), ServerWords.of(e));
        }
    }

    private void bring(Inbox inbox, long uid, Message message)
            throws MessagingException, IOException, InterruptedException {
        try (Spool spool = inbox.fetch(message)) {
            Reception.Outcome outcome = offer(spool);
            if (outcome instanceof Reception.Outcome.NotNow notNow) {
                throw new NotNowException(notNow.reason());
            }
            if (outcome instanceof Reception.Outcome.Failed failed) {
                troubles.park(uid, failed.reason());
                log.warn("Mail {} of the box {} could not be taken: {}", uid, settings.account(), failed.reason());
            } else {
                inbox.markSeen(message);
                troubles.solved(uid);
            }
            inbox.looked(uid);
        } catch (NotNowException e) {
            throw e;
        } catch (MessagingException | IOException e) {
            if (message.isExpunged()) {
                troubles.solved(uid);
            } else if (troubles.fault(uid, ServerWords.of(e))) {
                inbox.looked(uid);
            }
            throw e;
        }
    }

    /** Three times as a mail, then as it came. */
    private Reception.Outcome offer(Spool spool) throws IOException, InterruptedException {
        Reception.Outcome outcome = new Reception.Outcome.Taken();
        for (int i = 0; i <= TRIES; i++) {
            outcome = take(spool, i == TRIES);
            if (!(outcome instanceof Reception.Outcome.Failed)) {
                return outcome;
            }
        }
        return outcome;
    }

    private Reception.Outcome take(Spool spool, boolean whole) throws IOException, InterruptedException {
        try {
            return reception.take(spool, whole);
        } catch (RuntimeException e) { // a mail must not be able to stop the box
            log.error("A mail of the box {} could not be read", settings.account(), e);
            return new Reception.Outcome.Failed(ServerWords.of(e));
        }
    }

    /** Patchbay can keep nothing now; the connection is given up meanwhile. */
    private static final class NotNowException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotNowException(String reason) {
            super(reason);
        }
    }
}
