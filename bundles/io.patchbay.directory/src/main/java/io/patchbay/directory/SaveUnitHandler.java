// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.PeopleCommand.SaveUnit;
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

/** {@code unit.save}. */
@Component(service = CommandHandler.class, property = "patchbay.command=unit.save")
public final class SaveUnitHandler extends PeopleHandler<SaveUnit> {
    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public SaveUnitHandler(@Reference Directory directory, @Reference Threads threads) {
        super(SaveUnit.class, "unit.save", directory, threads);
    }

    @Override
    SaveUnit read(PeopleFields fields) {
        return new SaveUnit(UnitJson.unit(fields));
    }

    @Override
    public Map<String, Object> write(SaveUnit command) {
        return UnitJson.of(command.unit());
    }

    @Override
    Optional<Refused> against(PeopleRules rules, Snapshot now, SaveUnit command) {
        return rules.against(command.unit());
    }

    @Override
    Examination compare(Snapshot now, SaveUnit command) {
        Unit unit = command.unit();
        UnitId reviewed =
                now.unit(unit.id()).isPresent() ? unit.id() : unit.parent().orElse(unit.id());
        return new Examination(
                "unit:" + unit.id(),
                reviewed,
                now.unit(unit.id()).map(UnitJson::of).orElse(Map.of()),
                UnitJson.of(unit),
                Examination.Review.FIRST_AND_FINAL);
    }

    @Override
    void change(Snapshot now, Actor actor, SaveUnit command, String key) {
        Unit unit = command.unit();
        directory().tables().save(unit, entries().saved(actor, key, now.unit(unit.id()), unit));
    }
}
