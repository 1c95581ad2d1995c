// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Carries one kind of command about queues, skills or codes out, off the caller's thread. */
public abstract class SettingsHandler<C extends QueueCommand> implements CommandHandler<C> {
    private final Class<C> type;
    private final String name;
    private final Function<QueueFields, C> reader;
    private final RoutingSettings settings;
    private final Executor worker;

    protected SettingsHandler(
            Class<C> type, String name, Function<QueueFields, C> reader, RoutingSettings settings, Executor worker) {
        this.type = type;
        this.name = name;
        this.reader = reader;
        this.settings = settings;
        this.worker = worker;
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
        return Permissions.ROUTING;
    }

    @Override
    public C read(Map<String, Object> body) {
        return reader.apply(new QueueFields(body));
    }

    @Override
    public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
        return CompletableFuture.supplyAsync(() -> settings.carryOut(actor, command, idempotencyKey), worker);
    }
}
