// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.SignInCommand.BeginTotp;
import io.patchbay.directory.Threads;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code totp.begin}: one's own, so it asks for no permission. */
@Component(service = CommandHandler.class, property = "patchbay.command=totp.begin")
public final class BeginTotpHandler implements CommandHandler<BeginTotp> {
    private final FactorDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public BeginTotpHandler(@Reference FactorDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<BeginTotp> type() {
        return BeginTotp.class;
    }

    @Override
    public String name() {
        return "totp.begin";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public BeginTotp read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new BeginTotp(new UserId(fields.text("user")));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, BeginTotp command, String idempotencyKey) {
        return threads.command(() -> desk.begin(actor, command.user()));
    }
}
