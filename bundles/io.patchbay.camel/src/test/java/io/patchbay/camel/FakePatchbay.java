// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.people.People;
import io.patchbay.camel.endpoint.Doors;
import io.patchbay.camel.endpoint.Positions;
import io.patchbay.camel.guard.Limits;
import io.patchbay.camel.host.RouteHost;
import io.patchbay.camel.host.Workshop;
import io.patchbay.camel.letter.DeadLetters;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.customer.CustomerSource;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.TestDatabases;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** All that routes reach of Patchbay, in one process: a real store, a journal in memory, what came noted down. */
public final class FakePatchbay implements Commands, LetterBox, AutoCloseable {
    public final FakeJournal journal = new FakeJournal();
    public final List<Letter> letters = new CopyOnWriteArrayList<>();
    public final List<Map<String, Object>> commands = new CopyOnWriteArrayList<>();
    public final List<CustomerSource> sources = new CopyOnWriteArrayList<>();
    public final DeadLetters deadLetters;
    public final Doors doors;
    public final RouteHost host;
    public final Workshop workshop;
    private final PlainStore store;
    private final ExecutorService worker = Executors.newFixedThreadPool(2);
    public volatile CompletionStage<LetterBox.Posted> answer;
    public volatile CommandResult result = new CommandResult.Done(Map.of("ok", "yes"));

    public FakePatchbay(Path folder, Limits limits) {
        store = new PlainStore(folder, TestDatabases.memory());
        store.migrations().migrate("io.patchbay.camel", getClass().getClassLoader(), "io/patchbay/camel/changelog.sql");
        deadLetters = new DeadLetters(
                store.database().dataSource(), store.vault(), InstantSource.system(), 3, Duration.ofDays(30));
        doors = new Doors(
                () -> Optional.of(this),
                this,
                journal,
                store.vault(),
                none(Interactions.class),
                none(People.class),
                new Positions(store.database().dataSource()),
                this::publish);
        workshop = new Workshop(
                doors,
                limits,
                Duration.ofSeconds(2),
                deadLetters::of,
                worker,
                InstantSource.system(),
                System::nanoTime);
        host = new RouteHost(workshop, ground(), 5);
    }

    private AutoCloseable publish(CustomerSource source) {
        sources.add(source);
        return () -> sources.remove(source);
    }

    /** A service that knows nothing. */
    private static <T> T none(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == Optional.class ? Optional.empty() : List.of()));
    }

    public static Workshop.Ground ground() {
        return new Workshop.Ground() {
            @Override
            public CamelContext context() {
                return new DefaultCamelContext(false);
            }

            @Override
            public ClassLoader classes() {
                return FakePatchbay.class.getClassLoader();
            }
        };
    }

    @Override
    public Map<String, String> known() {
        return Map.of();
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<CommandResult> execute(
            Actor actor, String name, Map<String, Object> body, String idempotencyKey) {
        Map<String, Object> noted = new java.util.HashMap<>(body);
        noted.put("(name)", name);
        noted.put("(key)", idempotencyKey);
        commands.add(noted);
        return CompletableFuture.completedFuture(result);
    }

    @Override
    public CompletionStage<Posted> post(Letter letter) {
        letters.add(letter);
        return answer != null
                ? answer
                : CompletableFuture.completedFuture(new Posted(
                        new InteractionId(Uuid7.at(1)), new ConversationId(Uuid7.at(1)), new MessageId("m-1"), false));
    }

    @Override
    public void close() {
        host.close();
        worker.shutdownNow();
        store.close();
    }

    /** Waits for a condition, at most 20 s. */
    public static void await(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 20 s: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    /** What routes under test note down, by a bean of their registry. */
    public static final List<String> NOTES = new CopyOnWriteArrayList<>(new ArrayList<>());
}
