// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.flow.api.ListCommand;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.field.Fields;
import io.patchbay.flow.list.ListFields;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands about lists: each change is reviewed by two others. */
final class ListHandlers {
    private ListHandlers() {}

    abstract static class OfLists<C extends ListCommand> implements CommandHandler<C> {
        private final Class<C> type;
        private final String name;
        private final ListComponent lists;
        private final Threads threads;

        OfLists(Class<C> type, String name, ListComponent lists, Threads threads) {
            this.type = type;
            this.name = name;
            this.lists = lists;
            this.threads = threads;
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
            return Lists.EDIT;
        }

        @Override
        public final Optional<Examination> examine(Actor actor, C command) {
            return lists.book().examine(actor, command);
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return threads.run(() -> lists.book().carryOut(actor, command, idempotencyKey));
        }

        final ListComponent lists() {
            return lists;
        }
    }

    /** {@code list.save}. */
    @Component(service = CommandHandler.class)
    public static final class Save extends OfLists<ListCommand.SaveEntry> {
        @Activate
        public Save(@Reference ListComponent lists, @Reference Threads threads) {
            super(ListCommand.SaveEntry.class, "list.save", lists, threads);
        }

        @Override
        public ListCommand.SaveEntry read(Map<String, Object> body) {
            return new ListCommand.SaveEntry(ListFields.read(
                    body,
                    () -> Uuid7.at(System.currentTimeMillis()),
                    lists().book().today(UnitId.ROOT)));
        }

        @Override
        public Map<String, Object> write(ListCommand.SaveEntry command) {
            return command.entry().json();
        }
    }

    /** {@code list.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Remove extends OfLists<ListCommand.RemoveEntry> {
        @Activate
        public Remove(@Reference ListComponent lists, @Reference Threads threads) {
            super(ListCommand.RemoveEntry.class, "list.remove", lists, threads);
        }

        @Override
        public ListCommand.RemoveEntry read(Map<String, Object> body) {
            return new ListCommand.RemoveEntry(UUID.fromString(new Fields(body).text("entry")));
        }

        @Override
        public Map<String, Object> write(ListCommand.RemoveEntry command) {
            return Map.of("entry", command.id().toString());
        }
    }

    /** {@code list.import}. */
    @Component(service = CommandHandler.class)
    public static final class Import extends OfLists<ListCommand.ImportEntries> {
        @Activate
        public Import(@Reference ListComponent lists, @Reference Threads threads) {
            super(ListCommand.ImportEntries.class, "list.import", lists, threads);
        }

        @Override
        public ListCommand.ImportEntries read(Map<String, Object> body) {
            Fields fields = new Fields(body);
            return new ListCommand.ImportEntries(
                    fields.text("table"), fields.maybe("unit").map(UnitId::new).orElse(UnitId.ROOT));
        }

        @Override
        public Map<String, Object> write(ListCommand.ImportEntries command) {
            return Map.of("table", command.table(), "unit", command.unit().value());
        }
    }
}
