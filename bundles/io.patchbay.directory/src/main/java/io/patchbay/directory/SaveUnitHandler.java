// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.PeopleCommand.SaveUnit;
import io.patchbay.api.people.Unit;
import io.patchbay.spi.command.CommandHandler;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code unit.save}. */
@Component(service = CommandHandler.class, property = "patchbay.command=unit.save")
public final class SaveUnitHandler implements CommandHandler<SaveUnit> {
    private final Directory directory;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public SaveUnitHandler(@Reference Directory directory, @Reference Threads threads) {
        this.directory = directory;
        this.threads = threads;
    }

    @Override
    public Class<SaveUnit> type() {
        return SaveUnit.class;
    }

    @Override
    public String name() {
        return "unit.save";
    }

    @Override
    public String permission() {
        return Permissions.PEOPLE;
    }

    @Override
    public SaveUnit read(Map<String, Object> body) {
        PeopleFields fields = new PeopleFields(body);
        return new SaveUnit(new Unit(
                new UnitId(fields.text("unit")),
                fields.text("name"),
                fields.maybeText("parent").map(UnitId::new),
                zone(fields.maybeText("zone").orElse("Asia/Shanghai"))));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be a time zone such as Asia/Shanghai but is " + name, e);
        }
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, SaveUnit command, String idempotencyKey) {
        return threads.command(() -> directory.change(now -> {
            Optional<Refused> refused = new PeopleRules(now, directory.declared(), actor).against(command.unit());
            if (refused.isPresent()) {
                return refused.get();
            }
            directory
                    .tables()
                    .save(command.unit(), new Entries(directory.clock()).saved(actor, idempotencyKey, command.unit()));
            return new CommandResult.Done();
        }));
    }
}
