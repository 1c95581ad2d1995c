// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Carries one kind of command about features out. */
abstract class FeatureHandler<C extends FeatureCommand> implements CommandHandler<C> {
    private final Class<C> type;
    private final String name;
    private final Function<Wish, C> reader;
    private final FeaturesComponent features;

    FeatureHandler(Class<C> type, String name, Function<Wish, C> reader, FeaturesComponent features) {
        this.type = type;
        this.name = name;
        this.reader = reader;
        this.features = features;
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
        return FeatureCommand.PERMISSION;
    }

    @Override
    public final C read(Map<String, Object> body) {
        return reader.apply(new Wish(body));
    }

    @Override
    public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
        return features.change(actor, command);
    }
}
