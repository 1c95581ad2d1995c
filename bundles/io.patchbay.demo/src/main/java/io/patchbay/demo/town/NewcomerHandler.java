// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Optional;

/** What newcomers ask for, each for himself. */
abstract class NewcomerHandler<C extends TownCommand> implements CommandHandler<C> {
    private final Class<C> type;
    private final String name;

    NewcomerHandler(Class<C> type, String name) {
        this.type = type;
        this.name = name;
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
        return Permissions.AGENT;
    }

    static Optional<UserId> who(Actor actor) {
        return actor instanceof Actor.Person person ? Optional.of(person.user()) : Optional.empty();
    }

    static CommandResult refused(String code, String english, String chinese) {
        return new CommandResult.Refused(CommandResult.Kind.CONFLICT, Problem.of(code, english, chinese));
    }

    static CommandResult nobody() {
        return refused("not-a-person", "Only a person can ask for this.", "只有人员可以这样请求。");
    }
}
