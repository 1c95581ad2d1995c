// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.SignInCommand.EndSession;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code session.end}: everybody his own; those of others ask for a right. */
@Component(service = CommandHandler.class, property = "patchbay.command=session.end")
public final class EndSessionHandler implements CommandHandler<EndSession> {
    private final SessionDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public EndSessionHandler(@Reference SessionDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<EndSession> type() {
        return EndSession.class;
    }

    @Override
    public String name() {
        return "session.end";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public EndSession read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new EndSession(new UserId(fields.text("user")), fields.text("session"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, EndSession command, String idempotencyKey) {
        return threads.command(() -> desk.end(new By(actor, idempotencyKey), command));
    }
}
