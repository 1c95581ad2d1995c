// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.api.command.Commands;
import io.patchbay.channel.email.answer.Composer;
import io.patchbay.channel.email.answer.Courier;
import io.patchbay.channel.email.answer.Deferred;
import io.patchbay.channel.email.fetch.Box;
import io.patchbay.channel.email.fetch.Reception;
import io.patchbay.channel.email.server.AccountHealth;
import io.patchbay.channel.email.store.MailBook;
import io.patchbay.spi.channel.ChannelAccount;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A mail account at work. */
public final class MailAccount implements AutoCloseable {
    private static final String PID = "io.patchbay.channel.email-";

    private final AccountSettings settings;
    private final MailBook book;
    private final InstantSource clock;
    private final AccountHealth health = new AccountHealth();
    private final ScheduledThreadPoolExecutor timer;
    private final Courier courier;
    private final Sending sending;
    private final Queue<Box> boxes = new ConcurrentLinkedQueue<>();

    public MailAccount(AccountSettings settings, MailBook book, Commands commands, InstantSource clock) {
        this.settings = settings;
        this.book = book;
        this.clock = clock;
        Fates fates = new Fates(commands);
        String address = settings.address().value();
        timer = new ScheduledThreadPoolExecutor(
                1, work -> new Thread(work, "patchbay-mail-" + settings.name() + "-timer"), (work, pool) -> {});
        timer.setRemoveOnCancelPolicy(true);
        courier = new Courier(
                settings.name(),
                settings.smtp(),
                new Composer(address, settings.displayName(), clock),
                address,
                health);
        sending = new Sending(settings, courier, book, fates, health, new Deferred(clock), clock);
    }

    public AccountSettings settings() {
        return settings;
    }

    MailBook book() {
        return book;
    }

    InstantSource clock() {
        return clock;
    }

    Sending sending() {
        return sending;
    }

    Box box(Reception reception) {
        Box box = new Box(settings.box(), reception, book, health, timer, clock);
        boxes.add(box);
        return box;
    }

    public ChannelAccount account() {
        return new ChannelAccount(
                PID + settings.name(), health.state(), health.reason(), Optional.of(settings.address()));
    }

    @Override
    public void close() {
        boxes.forEach(Box::close);
        courier.close();
        timer.shutdownNow();
    }
}
