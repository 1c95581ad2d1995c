// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.settings.api.FileCommand;
import io.patchbay.settings.config.HomeFiles;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.config.ConfigPart;
import io.patchbay.spi.config.TextPart;
import io.patchbay.store.Home;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of the home in the configuration's text, and the handlers that change them. */
final class FileHandlers {
    private FileHandlers() {}

    /** {@code files}. */
    @Component(service = ConfigPart.class)
    public static final class Files extends TextPart {
        @Activate
        public Files(@Reference Home home) {
            super(new Name("files", "file"), Set.of("queues"), true, new HomeFiles(home.root())::all);
        }
    }

    abstract static class Handler<C extends FileCommand> implements CommandHandler<C> {
        private final FileDesk desk;

        Handler(FileDesk desk) {
            this.desk = desk;
        }

        @Override
        public final String permission() {
            return Permissions.OPERATE;
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return CompletableFuture.supplyAsync(() -> desk.carryOut(actor, command, idempotencyKey), desk.worker());
        }

        static String file(Map<String, Object> body) {
            return HomeFiles.checked(body.get("file"));
        }
    }

    /** {@code file.save}. */
    @Component(service = CommandHandler.class)
    public static final class Save extends Handler<FileCommand.SaveFile> {
        @Activate
        public Save(@Reference FileDesk desk) {
            super(desk);
        }

        @Override
        public Class<FileCommand.SaveFile> type() {
            return FileCommand.SaveFile.class;
        }

        @Override
        public String name() {
            return "file.save";
        }

        @Override
        public FileCommand.SaveFile read(Map<String, Object> body) {
            if (body.get("text") instanceof String text) {
                return new FileCommand.SaveFile(file(body), text);
            }
            throw new IllegalArgumentException("the field \"text\" is missing");
        }
    }

    /** {@code file.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Remove extends Handler<FileCommand.RemoveFile> {
        @Activate
        public Remove(@Reference FileDesk desk) {
            super(desk);
        }

        @Override
        public Class<FileCommand.RemoveFile> type() {
            return FileCommand.RemoveFile.class;
        }

        @Override
        public String name() {
            return "file.remove";
        }

        @Override
        public FileCommand.RemoveFile read(Map<String, Object> body) {
            return new FileCommand.RemoveFile(file(body));
        }
    }
}
