// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.access.Place;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The handlers of what is done with the configuration as a whole. */
final class ConfigHandlers {
    private ConfigHandlers() {}

    abstract static class Handler<C extends ConfigCommand> implements CommandHandler<C> {
        private final Class<C> type;
        private final String name;
        private final Function<Map<String, Object>, C> reader;
        private final String permission;
        private final ConfigComponent config;

        Handler(
                Class<C> type,
                String name,
                String permission,
                Function<Map<String, Object>, C> reader,
                ConfigComponent config) {
            this.type = type;
            this.name = name;
            this.permission = permission;
            this.reader = reader;
            this.config = config;
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
            return reader.apply(body);
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            if (actor instanceof Actor.Person person && !person.scope().may(permission, Place.of(UnitId.ROOT))) {
                return CompletableFuture.completedStage(new CommandResult.Refused(
                        CommandResult.Kind.FORBIDDEN,
                        Problem.of(
                                "forbidden-unit",
                                "The configuration is the whole organisation''s: the right {0} is needed there.",
                                "配置属于整个机构：需要在总部拥有权限 {0}。",
                                permission)));
            }
            return CompletableFuture.supplyAsync(
                    () -> config.centre().carryOut(actor, command, idempotencyKey), config.worker());
        }
    }

    /** {@code config.export}. */
    @Component(service = CommandHandler.class)
    public static final class Export extends Handler<ConfigCommand.Export> {
        @Activate
        public Export(@Reference ConfigComponent config) {
            super(
                    ConfigCommand.Export.class,
                    "config.export",
                    ConfigCommand.READ,
                    body -> new ConfigCommand.Export(),
                    config);
        }
    }

    /** {@code config.import}. */
    @Component(service = CommandHandler.class)
    public static final class Import extends Handler<ConfigCommand.Import> {
        @Activate
        public Import(@Reference ConfigComponent config) {
            super(
                    ConfigCommand.Import.class,
                    "config.import",
                    ConfigCommand.IMPORT,
                    body -> new ConfigCommand.Import(text(body, "text"), Boolean.TRUE.equals(body.get("remove"))),
                    config);
        }
    }

    /** {@code config.point}. */
    @Component(service = CommandHandler.class)
    public static final class KeepPoint extends Handler<ConfigCommand.KeepPoint> {
        @Activate
        public KeepPoint(@Reference ConfigComponent config) {
            super(
                    ConfigCommand.KeepPoint.class,
                    "config.point",
                    ConfigCommand.IMPORT,
                    body -> new ConfigCommand.KeepPoint(String.valueOf(body.getOrDefault("note", ""))),
                    config);
        }
    }

    /** {@code config.restore}. */
    @Component(service = CommandHandler.class)
    public static final class Restore extends Handler<ConfigCommand.Restore> {
        @Activate
        public Restore(@Reference ConfigComponent config) {
            super(
                    ConfigCommand.Restore.class,
                    "config.restore",
                    ConfigCommand.IMPORT,
                    body -> new ConfigCommand.Restore(text(body, "point")),
                    config);
        }
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
}
