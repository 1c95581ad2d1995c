// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.LiftHold;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code retention.lift}: ends a hold, after two reviews. */
@Component(service = CommandHandler.class)
public final class LiftHoldHandler implements CommandHandler<LiftHold> {
    private final RetentionComponent retention;

    @Activate
    public LiftHoldHandler(@Reference RetentionComponent retention) {
        this.retention = retention;
    }

    @Override
    public Class<LiftHold> type() {
        return LiftHold.class;
    }

    @Override
    public String name() {
        return "retention.lift";
    }

    @Override
    public String permission() {
        return RetentionCommand.HOLD;
    }

    @Override
    public LiftHold read(Map<String, Object> body) {
        return new LiftHold(UUID.fromString(new Given(body).text("hold")));
    }

    @Override
    public Map<String, Object> write(LiftHold command) {
        return Map.of("hold", command.hold().toString());
    }

    @Override
    public Optional<Examination> examine(Actor actor, LiftHold command) {
        return retention
                .desk()
                .liftable(actor, command.hold())
                .map(unit -> new Examination(
                        "hold:" + command.hold(),
                        unit,
                        Map.of("hold", command.hold().toString()),
                        Map.of(),
                        Examination.Review.FIRST_AND_FINAL));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, LiftHold command, String key) {
        return CompletableFuture.supplyAsync(() -> retention.desk().lift(actor, command, key), retention.worker());
    }
}
