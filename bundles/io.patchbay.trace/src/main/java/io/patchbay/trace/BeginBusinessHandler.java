// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.InteractionId;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.trace.api.BusinessActs;
import io.patchbay.trace.api.BusinessCommand.BeginBusiness;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins an act on an account: {@code business.begin}. */
@Component(service = CommandHandler.class)
public final class BeginBusinessHandler implements CommandHandler<BeginBusiness> {
    private final BusinessComponent business;

    @Activate
    public BeginBusinessHandler(@Reference BusinessComponent business) {
        this.business = business;
    }

    @Override
    public Class<BeginBusiness> type() {
        return BeginBusiness.class;
    }

    @Override
    public String name() {
        return "business.begin";
    }

    @Override
    public String permission() {
        return BusinessActs.HANDLE;
    }

    @Override
    public BeginBusiness read(Map<String, Object> body) {
        Given given = new Given(body);
        return new BeginBusiness(
                given.text("kind"),
                given.text("account"),
                InteractionId.parse(given.text("interaction")),
                given.texts("before"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, BeginBusiness command, String key) {
        return CompletableFuture.supplyAsync(() -> business.desk().begin(actor, command, key), business.worker());
    }
}
