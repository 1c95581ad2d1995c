// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.service;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.SignInCommand.SaveService;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code service.save}. */
@Component(service = CommandHandler.class, property = "patchbay.command=service.save")
public final class SaveServiceHandler implements CommandHandler<SaveService> {
    private final ServiceDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public SaveServiceHandler(@Reference ServiceDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<SaveService> type() {
        return SaveService.class;
    }

    @Override
    public String name() {
        return "service.save";
    }

    @Override
    public String permission() {
        return AccountSecurity.SERVICES;
    }

    @Override
    public SaveService read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new SaveService(
                new UserId(fields.text("user")),
                fields.text("name"),
                new UnitId(fields.text("unit")),
                fields.flag("enabled", true));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, SaveService command, String idempotencyKey) {
        return threads.command(() -> desk.save(new By(actor, idempotencyKey), command));
    }
}
