// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.settings.api.StaffCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The handlers of staff tables. */
final class StaffHandlers {
    private StaffHandlers() {}

    abstract static class Handler<C extends StaffCommand> implements CommandHandler<C> {
        private final ConfigComponent config;

        Handler(ConfigComponent config) {
            this.config = config;
        }

        @Override
        public final String permission() {
            return Permissions.PEOPLE;
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return CompletableFuture.supplyAsync(
                    () -> config.staff().carryOut(actor, command, idempotencyKey), config.worker());
        }
    }

    /** {@code staff.export}. */
    @Component(service = CommandHandler.class)
    public static final class Export extends Handler<StaffCommand.Export> {
        @Activate
        public Export(@Reference ConfigComponent config) {
            super(config);
        }

        @Override
        public Class<StaffCommand.Export> type() {
            return StaffCommand.Export.class;
        }

        @Override
        public String name() {
            return "staff.export";
        }

        @Override
        public StaffCommand.Export read(Map<String, Object> body) {
            return new StaffCommand.Export();
        }
    }

    /** {@code staff.import}. */
    @Component(service = CommandHandler.class)
    public static final class Import extends Handler<StaffCommand.Import> {
        @Activate
        public Import(@Reference ConfigComponent config) {
            super(config);
        }

        @Override
        public Class<StaffCommand.Import> type() {
            return StaffCommand.Import.class;
        }

        @Override
        public String name() {
            return "staff.import";
        }

        @Override
        public StaffCommand.Import read(Map<String, Object> body) {
            if (body.get("text") instanceof String text && !text.isBlank()) {
                return new StaffCommand.Import(text);
            }
            throw new IllegalArgumentException("the field \"text\" is missing");
        }
    }
}
