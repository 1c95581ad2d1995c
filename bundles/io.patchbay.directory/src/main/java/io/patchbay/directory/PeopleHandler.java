// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A change of the organisation: refused by its rule, looked at by reviewers, done while nothing else changes.
 *
 * @param <C> the command
 */
abstract class PeopleHandler<C extends PeopleCommand> implements CommandHandler<C> {
    private final Class<C> type;
    private final String name;
    private final Directory directory;
    private final Threads threads;

    PeopleHandler(Class<C> type, String name, Directory directory, Threads threads) {
        this.type = type;
        this.name = name;
        this.directory = directory;
        this.threads = threads;
    }

    /** Why not, as things are now. */
    abstract Optional<Refused> against(PeopleRules rules, Snapshot now, C command);

    /** What reviewers see. */
    abstract Examination compare(Snapshot now, C command);

    /** Changes the tables. */
    abstract void change(Snapshot now, Actor actor, C command, String idempotencyKey);

    abstract C read(PeopleFields fields);

    Directory directory() {
        return directory;
    }

    Entries entries() {
        return new Entries(directory.clock());
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
        return Permissions.PEOPLE;
    }

    @Override
    public final C read(Map<String, Object> body) {
        return read(new PeopleFields(body));
    }

    @Override
    public final Optional<Examination> examine(Actor actor, C command) {
        Snapshot now = directory.snapshot();
        return against(new PeopleRules(directory, now, actor), now, command).isPresent()
                ? Optional.empty()
                : Optional.of(compare(now, command));
    }

    @Override
    public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
        return threads.command(() -> directory.change(now -> {
            Optional<Refused> refused = against(new PeopleRules(directory, now, actor), now, command);
            if (refused.isPresent()) {
                return refused.get();
            }
            change(now, actor, command, idempotencyKey);
            return new CommandResult.Done();
        }));
    }
}
