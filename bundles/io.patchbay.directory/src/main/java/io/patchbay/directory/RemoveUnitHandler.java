// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.PeopleCommand.RemoveUnit;
import io.patchbay.api.people.Unit;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.UnitJson;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code unit.remove}. */
@Component(service = CommandHandler.class, property = "patchbay.command=unit.remove")
public final class RemoveUnitHandler extends PeopleHandler<RemoveUnit> {
    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public RemoveUnitHandler(@Reference Directory directory, @Reference Threads threads) {
        super(RemoveUnit.class, "unit.remove", directory, threads);
    }

    @Override
    RemoveUnit read(PeopleFields fields) {
        return new RemoveUnit(new UnitId(fields.text("unit")));
    }

    @Override
    public Map<String, Object> write(RemoveUnit command) {
        return Map.of("unit", command.unit().value());
    }

    @Override
    Optional<Refused> against(PeopleRules rules, Snapshot now, RemoveUnit command) {
        return rules.againstRemoval(command.unit());
    }

    @Override
    Examination compare(Snapshot now, RemoveUnit command) {
        return new Examination(
                "unit:" + command.unit(),
                now.unit(command.unit()).flatMap(Unit::parent).orElse(command.unit()),
                was(now, command),
                Map.of(),
                Examination.Review.FIRST_AND_FINAL);
    }

    private static Map<String, Object> was(Snapshot now, RemoveUnit command) {
        return now.unit(command.unit()).map(UnitJson::of).orElse(Map.of());
    }

    @Override
    void change(Snapshot now, Actor actor, RemoveUnit command, String key) {
        UnitId unit = command.unit();
        directory()
                .tables()
                .remove(
                        unit,
                        entries().removed(actor, key, unit, "unit.removed", "unit", unit.value(), was(now, command)));
    }
}
