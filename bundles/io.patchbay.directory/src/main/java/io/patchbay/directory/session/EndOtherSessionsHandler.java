// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.SignInCommand.EndOtherSessions;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Body;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code session.endOthers}: everybody his own; those of others ask for a right. */
@Component(service = CommandHandler.class, property = "patchbay.command=session.endOthers")
public final class EndOtherSessionsHandler implements CommandHandler<EndOtherSessions> {
    private final SessionDesk desk;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param desk does it
     * @param threads run it
     */
    @Activate
    public EndOtherSessionsHandler(@Reference SessionDesk desk, @Reference Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public Class<EndOtherSessions> type() {
        return EndOtherSessions.class;
    }

    @Override
    public String name() {
        return "session.endOthers";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public EndOtherSessions read(Map<String, Object> body) {
        Body fields = new Body(body);
        return new EndOtherSessions(
                new UserId(fields.text("user")), fields.maybe("keep").orElse(""));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, EndOtherSessions command, String idempotencyKey) {
        return threads.command(() -> desk.endOthers(new By(actor, idempotencyKey), command));
    }
}
