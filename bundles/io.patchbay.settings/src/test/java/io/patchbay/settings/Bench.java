// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.settings.book.Book;
import io.patchbay.settings.book.Surroundings;
import io.patchbay.settings.config.Centre;
import io.patchbay.settings.config.RestorePoints;
import io.patchbay.settings.store.RevisionTable;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.config.ConfigPart;
import io.patchbay.spi.config.DictionaryUse;
import io.patchbay.spi.event.Declarations;
import io.patchbay.store.Transactions;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/** Settings and the configuration's text over one database, without a container. */
final class Bench implements AutoCloseable, Commands {
    static final Actor ADMIN = new Actor.Part("test");
    static final ParameterType GREETING = new ParameterType(
            "test.greeting",
            new ParameterType.Words("Greeting", "问候语", "Said first.", "最先说的话。"),
            new ParameterKind.Text(20),
            "hello",
            ParameterType.Reach.QUEUE,
            Set.of());
    static final ParameterType LIMIT = new ParameterType(
            "test.limit",
            new ParameterType.Words("Limit", "限额", "Reviewed.", "需复核。"),
            new ParameterKind.Count(0, 100, "%"),
            10L,
            ParameterType.Reach.INSTALLATION,
            Set.of(ParameterType.Trait.TWO_REVIEWS));
    static final ParameterType PAUSE = new ParameterType(
            "test.pause",
            new ParameterType.Words("Pause", "间隔", "Between two.", "两次之间。"),
            new ParameterKind.Length(Duration.ofSeconds(5), Duration.ofMinutes(2)),
            30L,
            ParameterType.Reach.INSTALLATION,
            Set.of());

    private final PlainStore store;
    private final SettingsComponent component;
    private final Centre centre;
    private final RevisionTable table;
    private final List<CommandHandler<?>> handlers;
    private final List<ConfigPart> parts;
    private final ManualClock clock = new ManualClock();
    private final TestPeople people = new TestPeople();

    Bench(Path folder, DataSource source) {
        store = new PlainStore(folder, source, 4);
        ClassLoader classes = Bench.class.getClassLoader();
        store.migrations().migrate("io.patchbay.settings", classes, "io/patchbay/settings/changelog.sql");
        Transactions transactions = store.unit(classes, "settings");
        table = new RevisionTable(transactions, store.outbox());
        component = new SettingsComponent(transactions, store.outbox(), people);
        component.addDeclarations(new Declarations() {
            @Override
            public List<ParameterType> parameters() {
                return List.of(GREETING, LIMIT, PAUSE);
            }
        });
        component.addUse(new UsedCodes());
        handlers = List.of(
                new SaveHandlers.Parameter(component),
                new SaveHandlers.Dictionary(component),
                new SaveHandlers.Menu(component),
                new SaveHandlers.Calendar(component),
                new SaveHandlers.Holidays(component),
                new RemoveHandlers.Parameter(component),
                new RemoveHandlers.Dictionary(component),
                new RemoveHandlers.Menu(component),
                new RemoveHandlers.Calendar(component),
                new RemoveHandlers.Holidays(component),
                new UndoHandlers.Parameter(component),
                new UndoHandlers.Dictionary(component));
        parts = List.of(
                new SettingParts.Parameter(component),
                new SettingParts.Dictionary(component),
                new SettingParts.Menu(component),
                new SettingParts.Calendar(component),
                new SettingParts.Holidays(component));
        centre = new Centre(
                new Centre.Around(() -> parts, () -> handlers, () -> Optional.of(this)),
                new RestorePoints(folder.resolve("points")),
                () -> 3,
                (draft, key, result) -> transactions.run(em -> store.outbox().write(em, draft, key, result)),
                clock);
    }

    /** The code {@code card} of the dictionary {@code business} is in somebody's rows. */
    private static final class UsedCodes implements DictionaryUse {
        @Override
        public boolean uses(String dictionary, String code) {
            return dictionary.equals("business") && code.equals("card");
        }
    }

    /** The book as it is read at a start, with the bench's clock. */
    Book book() {
        return new Book(
                table,
                BuiltIn.settings(),
                new Surroundings(people, List::<Declarations>of, List::<DictionaryUse>of),
                clock);
    }

    SettingsComponent settings() {
        return component;
    }

    Centre centre() {
        return centre;
    }

    ManualClock clock() {
        return clock;
    }

    TestPeople people() {
        return people;
    }

    List<String> told() throws java.sql.SQLException {
        return store.outbox().pending(1_000).stream()
                .map(row -> row.type() + " " + row.body())
                .toList();
    }

    CommandResult run(String name, Map<String, Object> body) {
        return execute(ADMIN, name, body, "").toCompletableFuture().join();
    }

    static Scope nobody() {
        return Scope.of(new io.patchbay.api.id.UserId("mallory"), Set.of(UnitId.ROOT), Set.of());
    }

    @Override
    public Map<String, String> known() {
        return Map.of();
    }

    @Override
    public CompletionStage<CommandResult> execute(
            Actor actor, String name, Map<String, Object> body, String idempotencyKey) {
        for (CommandHandler<?> handler : handlers) {
            if (handler.name().equals(name)) {
                return handle(handler, actor, body, idempotencyKey);
            }
        }
        throw new AssertionError(name);
    }

    private static <C extends Command> CompletionStage<CommandResult> handle(
            CommandHandler<C> handler, Actor actor, Map<String, Object> body, String key) {
        try {
            return handler.handle(actor, handler.read(body), key);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedStage(new CommandResult.Refused(
                    CommandResult.Kind.INVALID, new Problem("bad-command", e.getMessage(), e.getMessage())));
        }
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey) {
        throw new AssertionError(command);
    }

    @Override
    public void close() {
        component.close();
        store.close();
    }
}
