// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.SignInCommand.DemandTotp;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code totp.demand}. */
@Component(service = CommandHandler.class, property = "patchbay.command=totp.demand")
public final class DemandTotpHandler implements CommandHandler<DemandTotp> {
    private final FactorDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public DemandTotpHandler(@Reference FactorDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<DemandTotp> type() {
        return DemandTotp.class;
    }

    @Override
    public String name() {
        return "totp.demand";
    }

    @Override
    public String permission() {
        return AccountSecurity.ASSIST;
    }

    @Override
    public DemandTotp read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new DemandTotp(new UserId(fields.text("user")), fields.flag("demanded", true));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, DemandTotp command, String idempotencyKey) {
        return threads.command(() -> desk.demand(new By(actor, idempotencyKey), command));
    }
}
