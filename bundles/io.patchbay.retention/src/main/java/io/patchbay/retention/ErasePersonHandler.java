// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.CustomerId;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.ErasePerson;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code person.erase}: erases a person, after two reviews. */
@Component(service = CommandHandler.class)
public final class ErasePersonHandler implements CommandHandler<ErasePerson> {
    private final RetentionComponent retention;

    @Activate
    public ErasePersonHandler(@Reference RetentionComponent retention) {
        this.retention = retention;
    }

    @Override
    public Class<ErasePerson> type() {
        return ErasePerson.class;
    }

    @Override
    public String name() {
        return "person.erase";
    }

    @Override
    public String permission() {
        return RetentionCommand.ERASE;
    }

    @Override
    public ErasePerson read(Map<String, Object> body) {
        Given given = new Given(body);
        return new ErasePerson(CustomerId.parse(given.text("customer")), given.text("reason"));
    }

    @Override
    public Map<String, Object> write(ErasePerson command) {
        return Map.of("customer", command.customer().toString(), "reason", command.reason());
    }

    @Override
    public Optional<Examination> examine(Actor actor, ErasePerson command) {
        return retention
                .desk()
                .erasable(actor, command.customer())
                .map(unit -> new Examination(
                        "customer:" + command.customer(),
                        unit,
                        Map.of("customer", command.customer().toString()),
                        Map.of(),
                        Examination.Review.FIRST_AND_FINAL));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, ErasePerson command, String key) {
        return CompletableFuture.supplyAsync(() -> retention.desk().erase(actor, command, key), retention.worker());
    }
}
