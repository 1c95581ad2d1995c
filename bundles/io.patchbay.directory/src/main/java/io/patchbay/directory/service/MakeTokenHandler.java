// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.service;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.SignInCommand.MakeToken;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code service.makeToken}. */
@Component(service = CommandHandler.class, property = "patchbay.command=service.makeToken")
public final class MakeTokenHandler implements CommandHandler<MakeToken> {
    private final ServiceDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public MakeTokenHandler(@Reference ServiceDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<MakeToken> type() {
        return MakeToken.class;
    }

    @Override
    public String name() {
        return "service.makeToken";
    }

    @Override
    public String permission() {
        return AccountSecurity.SERVICES;
    }

    @Override
    public MakeToken read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new MakeToken(
                new UserId(fields.text("user")),
                fields.text("name"),
                Set.copyOf(fields.texts("permissions")),
                fields.texts("sources"),
                fields.moment("expiresAt"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, MakeToken command, String idempotencyKey) {
        return threads.command(() -> desk.make(new By(actor, idempotencyKey), command));
    }
}
