// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.SignInCommand.RenewRecoveryCodes;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code totp.renewCodes}: one's own. */
@Component(service = CommandHandler.class, property = "patchbay.command=totp.renewCodes")
public final class RenewRecoveryCodesHandler implements CommandHandler<RenewRecoveryCodes> {
    private final FactorDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public RenewRecoveryCodesHandler(@Reference FactorDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<RenewRecoveryCodes> type() {
        return RenewRecoveryCodes.class;
    }

    @Override
    public String name() {
        return "totp.renewCodes";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public RenewRecoveryCodes read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new RenewRecoveryCodes(new UserId(fields.text("user")), fields.text("code"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RenewRecoveryCodes command, String idempotencyKey) {
        return threads.command(() -> desk.renew(new By(actor, idempotencyKey), command.user(), command.code()));
    }
}
