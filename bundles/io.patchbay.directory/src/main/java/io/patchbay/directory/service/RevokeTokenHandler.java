// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.service;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.SignInCommand.RevokeToken;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code service.revokeToken}. */
@Component(service = CommandHandler.class, property = "patchbay.command=service.revokeToken")
public final class RevokeTokenHandler implements CommandHandler<RevokeToken> {
    private final ServiceDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public RevokeTokenHandler(@Reference ServiceDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<RevokeToken> type() {
        return RevokeToken.class;
    }

    @Override
    public String name() {
        return "service.revokeToken";
    }

    @Override
    public String permission() {
        return AccountSecurity.SERVICES;
    }

    @Override
    public RevokeToken read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new RevokeToken(new UserId(fields.text("user")), fields.text("token"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RevokeToken command, String idempotencyKey) {
        return threads.command(() -> desk.revoke(new By(actor, idempotencyKey), command));
    }
}
