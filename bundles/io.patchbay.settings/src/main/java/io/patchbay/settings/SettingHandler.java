// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.access.Place;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.book.Book;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Carries one kind of command about settings out. */
abstract class SettingHandler<C extends SettingCommand> implements CommandHandler<C> {
    private final Class<C> type;
    private final SettingKind kind;
    private final String verb;
    private final BiFunction<String, Map<String, Object>, ? extends SettingCommand> reader;
    private final SettingsComponent settings;

    SettingHandler(
            Class<C> type,
            SettingKind kind,
            String verb,
            BiFunction<String, Map<String, Object>, ? extends SettingCommand> reader,
            SettingsComponent settings) {
        this.type = type;
        this.kind = kind;
        this.verb = verb;
        this.reader = reader;
        this.settings = settings;
    }

    @Override
    public final Class<C> type() {
        return type;
    }

    @Override
    public final String name() {
        return kind.wire() + "." + verb;
    }

    @Override
    public final String permission() {
        return kind.permission();
    }

    @Override
    public final C read(Map<String, Object> body) {
        Map<String, Object> content = new TreeMap<>(body);
        if (!(content.remove(kind.idField()) instanceof String id) || id.isBlank()) {
            throw new IllegalArgumentException("the field \"" + kind.idField() + "\" is missing");
        }
        return type.cast(reader.apply(id, content));
    }

    @Override
    public final Map<String, Object> write(C command) {
        Map<String, Object> body = new TreeMap<>();
        if (command instanceof SettingCommand.Save save) {
            body.putAll(save.content());
        }
        body.put(kind.idField(), command.id());
        return body;
    }

    @Override
    public final Optional<Examination> examine(Actor actor, C command) {
        return settings.examine(command);
    }

    @Override
    public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
        UnitId unit = Book.unit(command);
        if (actor instanceof Actor.Person person && !person.scope().may(permission(), Place.of(unit))) {
            return CompletableFuture.completedStage(new CommandResult.Refused(
                    CommandResult.Kind.FORBIDDEN,
                    Problem.of(
                            "forbidden-unit",
                            "You may change this only for your own units, not for {0}.",
                            "您只能为自己的机构修改，不能修改 {0}。",
                            unit)));
        }
        return settings.carryOut(actor, command, idempotencyKey);
    }
}
