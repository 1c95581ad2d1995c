// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.core.command.Attempted;
import io.patchbay.core.command.CommandGate;
import io.patchbay.core.command.QueueInUse;
import io.patchbay.core.journal.SqlJournal;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.event.FactType;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.store.plain.PlainStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** A small centre on a real database, for tests: four queues, the demo's agents, and customers made of code. */
final class Centre implements AutoCloseable {
    static final WorkKind CHAT = new WorkKind("chat");
    private static final ChannelKey CHANNEL = new ChannelKey("loopback");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    final Phones phones = new Phones();
    final DemoSettings settings;
    final List<Treatment> treatments = new CopyOnWriteArrayList<>();
    final PlainStore store;
    final TextChannel texts = new TextChannel();
    final CalledParties called = new CalledParties();
    final SqlJournal journal;
    final CoreNode core;
    final Commands commands;

    Centre(Path home, DataSource database) {
        this(home, database, new DemoSettings());
    }

    /** With settings that are there before what was open is restored. */
    Centre(Path home, DataSource database, DemoSettings settings) {
        this.settings = settings;
        store = new PlainStore(home, database);
        store.migrations().migrate("io.patchbay.core", getClass().getClassLoader(), "io/patchbay/core/changelog.sql");
        journal = new SqlJournal(store.database(), store.vault(), store.idempotencyKeys(), store.outbox());
        core = new CoreNode(new CoreNode.Parts(
                store.database(),
                store.vault(),
                journal,
                settings,
                settings,
                address -> CompletableFuture.completedStage(new Identification.Unknown()),
                () -> new FloorMatching("longest-idle"),
                () -> List.of(
                        new FactType("chat.page", FactType.Type.TEXT, false, "Page", "页面"),
                        new FactType("chat.phone", FactType.Type.TEXT, true, "Phone", "电话")),
                () -> List.of(phones),
                () -> List.of(texts, called),
                Optional::empty,
                () -> treatments,
                home.resolve("content"),
                InstantSource.system()));
        phones.watch(core::reachChanged);
        commands = new CommandGate(
                core::handlers,
                () -> List.of(new QueueInUse(core.interactions())),
                Optional::empty,
                store.idempotencyKeys(),
                new Attempted(journal, actor -> UnitId.ROOT, InstantSource.system()));
    }

    Customer arrives(String queue, String remoteId) {
        return arrives(queue, remoteId, List.of());
    }

    Customer arrives(String queue, String remoteId, List<ChannelSignal.MessageArrived> messages) {
        return arrives(new Customer(), CHAT, queue, remoteId, messages);
    }

    /** Somebody calls whose agents have phones. */
    Customer calls(String queue, String remoteId) {
        return arrives(new Customer(true), Phones.CALL, queue, remoteId, List.of());
    }

    private Customer arrives(
            Customer customer,
            WorkKind kind,
            String queue,
            String remoteId,
            List<ChannelSignal.MessageArrived> messages) {
        try {
            customer.sink(core.intake().open(arrival(kind, queue, remoteId, messages), customer));
        } catch (OverloadException e) {
            throw new IllegalStateException(e);
        }
        return customer;
    }

    private static Arrival arrival(
            WorkKind kind, String queue, String remoteId, List<ChannelSignal.MessageArrived> messages) {
        return new Arrival(
                CHANNEL,
                kind,
                new Address.Handle("loopback", remoteId),
                Optional.empty(),
                new QueueId(queue),
                Optional.empty(),
                Optional.of(remoteId),
                new Arrival.About(Optional.of("林若晴"), Optional.empty(), "zh-CN"),
                messages);
    }

    static ChannelSignal.MessageArrived says(String id, String text) {
        return new ChannelSignal.MessageArrived(new MessageId(id), text);
    }

    Actor as(String user) {
        return new Actor.Person(new UserId(user), settings.scope(new UserId(user)));
    }

    CommandResult does(String user, Command command) {
        return does(user, command, "");
    }

    CommandResult does(String user, Command command, String key) {
        return commands.execute(as(user), command, key).toCompletableFuture().join();
    }

    void ready(String user) {
        does(user, new AgentCommand.ChangePresence(new AgentId(user), new Presence.Ready()));
    }

    CommandResult leaves(String user) {
        return does(user, new AgentCommand.ChangePresence(new AgentId(user), new Presence.LoggedOut()));
    }

    /** What became of a letter; empty while letters of before the start are still being read. */
    Optional<LetterBox.Posted> taken(Letter letter) {
        try {
            return Optional.of(core.letters().post(letter).toCompletableFuture().join());
        } catch (OverloadException e) {
            return Optional.empty();
        }
    }

    /** Whether the tables know anybody who was written to. */
    boolean correspondentsKnown() {
        return conversationsWith() > 0;
    }

    /** How many conversations with parties the tables know. */
    int conversationsWith() {
        try (var connection = store.database().dataSource().getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from correspondent")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    AgentDesk desk(String user) {
        return core.agents().desk(Scope.system(), new AgentId(user)).orElseThrow();
    }

    /** Waits until something rings at the desk. */
    InteractionId offer(String user) {
        until(() -> !desk(user).offers().isEmpty());
        return desk(user).offers().get(0).interaction();
    }

    Interaction interaction(InteractionId id) {
        return core.interactions().find(Scope.system(), id).orElseThrow();
    }

    /** Waits for a condition, never for a time. */
    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        core.close();
        journal.close();
        store.close();
    }
}
