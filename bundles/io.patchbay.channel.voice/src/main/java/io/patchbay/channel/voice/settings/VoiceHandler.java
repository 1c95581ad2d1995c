// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Carries one kind of command about voice out, off the caller's thread. */
public abstract class VoiceHandler<C extends VoiceCommand> implements CommandHandler<C> {
    private final Class<C> type;
    private final String name;
    private final Function<VoiceFields, C> reader;
    private final Door door;

    /** Who carries voice commands out. */
    public interface Door {
        /** Carries one out; may wait. */
        CommandResult carryOut(Actor actor, VoiceCommand command, String key);

        /** Where it may wait. */
        Executor worker();
    }

    protected VoiceHandler(Class<C> type, String name, Function<VoiceFields, C> reader, Door door) {
        this.type = type;
        this.name = name;
        this.reader = reader;
        this.door = door;
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
    public String permission() {
        return VoiceCommand.PERMISSION;
    }

    @Override
    public final C read(Map<String, Object> body) {
        return reader.apply(new VoiceFields(body));
    }

    @Override
    public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
        return CompletableFuture.supplyAsync(() -> door.carryOut(actor, command, idempotencyKey), door.worker());
    }
}
