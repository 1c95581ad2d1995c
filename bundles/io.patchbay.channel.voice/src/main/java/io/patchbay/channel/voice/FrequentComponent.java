// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.call.FrequentCommand;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.channel.voice.settings.FrequentBook;
import io.patchbay.channel.voice.store.FrequentTable;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The directory of numbers that are called often, and its commands. */
@Component(service = {FrequentNumbers.class, PersonalRecords.class, FrequentComponent.class})
public final class FrequentComponent implements FrequentNumbers, PersonalRecords {
    private final FrequentBook book;
    private final ExecutorService worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(100), work -> new Thread(work, "patchbay-frequent-1"));

    @Activate
    public FrequentComponent(
            @Reference(target = "(osgi.unit.name=voice)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference ContentVault vault,
            @Reference People people) {
        book = new FrequentBook(new FrequentTable(transactions, outbox, vault), people, InstantSource.system());
    }

    @Deactivate
    void close() {
        worker.shutdown();
    }

    @Override
    public List<FrequentNumber> of(UserId user) {
        return book.of(user);
    }

    @Override
    public List<FrequentNumber> ofUnits(Scope scope) {
        return book.ofUnits(scope);
    }

    @Override
    public Map<String, Integer> erase(Identities person) {
        return Map.of("voice_frequent", book.erase(person));
    }

    private abstract static class Handler<C extends FrequentCommand> implements CommandHandler<C> {
        private final Class<C> type;
        private final String name;
        private final String permission;
        private final Function<Fields, C> reader;
        private final FrequentComponent frequent;

        Handler(Class<C> type, String name, String permission, Function<Fields, C> reader, FrequentComponent frequent) {
            this.type = type;
            this.name = name;
            this.permission = permission;
            this.reader = reader;
            this.frequent = frequent;
        }

        @Override
        public final Class<C> type() {
            return type;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final String permission() {
            return permission;
        }

        @Override
        public final C read(Map<String, Object> body) {
            return reader.apply(Fields.of(body));
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return CompletableFuture.supplyAsync(
                    () -> frequent.book.carryOut(actor, command, idempotencyKey), frequent.worker);
        }
    }

    /** {@code frequent.keep}. */
    @Component(service = CommandHandler.class)
    public static final class Keep extends Handler<FrequentCommand.Keep> {
        @Activate
        public Keep(@Reference FrequentComponent frequent) {
            super(
                    FrequentCommand.Keep.class,
                    "frequent.keep",
                    Permissions.AGENT,
                    fields -> new FrequentCommand.Keep(fields.text("number"), fields.text("name")),
                    frequent);
        }
    }

    /** {@code frequent.drop}. */
    @Component(service = CommandHandler.class)
    public static final class Drop extends Handler<FrequentCommand.Drop> {
        @Activate
        public Drop(@Reference FrequentComponent frequent) {
            super(
                    FrequentCommand.Drop.class,
                    "frequent.drop",
                    Permissions.AGENT,
                    fields -> new FrequentCommand.Drop(fields.text("number")),
                    frequent);
        }
    }

    /** {@code frequent.save}. */
    @Component(service = CommandHandler.class)
    public static final class Save extends Handler<FrequentCommand.Save> {
        @Activate
        public Save(@Reference FrequentComponent frequent) {
            super(
                    FrequentCommand.Save.class,
                    "frequent.save",
                    EDIT,
                    fields -> new FrequentCommand.Save(
                            fields.text("number"), fields.text("name"), new UnitId(fields.text("unit"))),
                    frequent);
        }
    }

    /** {@code frequent.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Remove extends Handler<FrequentCommand.Remove> {
        @Activate
        public Remove(@Reference FrequentComponent frequent) {
            super(
                    FrequentCommand.Remove.class,
                    "frequent.remove",
                    EDIT,
                    fields -> new FrequentCommand.Remove(fields.text("number"), new UnitId(fields.text("unit"))),
                    frequent);
        }
    }
}
