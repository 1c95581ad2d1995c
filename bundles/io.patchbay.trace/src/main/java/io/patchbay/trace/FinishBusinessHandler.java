// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.trace.api.BusinessAct;
import io.patchbay.trace.api.BusinessActs;
import io.patchbay.trace.api.BusinessCommand.FinishBusiness;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what came of an act on an account: {@code business.finish}. */
@Component(service = CommandHandler.class)
public final class FinishBusinessHandler implements CommandHandler<FinishBusiness> {
    private final BusinessComponent business;

    @Activate
    public FinishBusinessHandler(@Reference BusinessComponent business) {
        this.business = business;
    }

    @Override
    public Class<FinishBusiness> type() {
        return FinishBusiness.class;
    }

    @Override
    public String name() {
        return "business.finish";
    }

    @Override
    public String permission() {
        return BusinessActs.HANDLE;
    }

    @Override
    public FinishBusiness read(Map<String, Object> body) {
        Given given = new Given(body);
        return new FinishBusiness(
                UUID.fromString(given.text("act")),
                BusinessAct.State.valueOf(given.text("outcome").toUpperCase(Locale.ROOT)),
                given.texts("after"),
                given.text("reason", ""));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, FinishBusiness command, String key) {
        return CompletableFuture.supplyAsync(() -> business.desk().finish(actor, command, key), business.worker());
    }
}
