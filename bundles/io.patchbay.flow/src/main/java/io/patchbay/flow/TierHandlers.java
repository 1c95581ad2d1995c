// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.flow.api.TierCommand;
import io.patchbay.flow.field.Fields;
import io.patchbay.flow.tier.TierFields;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands about rules of tiers. */
final class TierHandlers {
    private TierHandlers() {}

    abstract static class OfTiers<C extends TierCommand> implements CommandHandler<C> {
        private final Class<C> type;
        private final String name;
        private final TierComponent tiers;
        private final Threads threads;

        OfTiers(Class<C> type, String name, TierComponent tiers, Threads threads) {
            this.type = type;
            this.name = name;
            this.tiers = tiers;
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
            return Permissions.ROUTING;
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return threads.run(() -> tiers.book().carryOut(actor, command, idempotencyKey));
        }
    }

    /** {@code tier.save}. */
    @Component(service = CommandHandler.class)
    public static final class Save extends OfTiers<TierCommand.SaveTier> {
        @Activate
        public Save(@Reference TierComponent tiers, @Reference Threads threads) {
            super(TierCommand.SaveTier.class, "tier.save", tiers, threads);
        }

        @Override
        public TierCommand.SaveTier read(Map<String, Object> body) {
            return new TierCommand.SaveTier(TierFields.read(body));
        }
    }

    /** {@code tier.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Remove extends OfTiers<TierCommand.RemoveTier> {
        @Activate
        public Remove(@Reference TierComponent tiers, @Reference Threads threads) {
            super(TierCommand.RemoveTier.class, "tier.remove", tiers, threads);
        }

        @Override
        public TierCommand.RemoveTier read(Map<String, Object> body) {
            return new TierCommand.RemoveTier(new Fields(body).text("rule"));
        }
    }
}
