// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.staff;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.api.StaffCommand;
import io.patchbay.settings.config.Centre;
import java.util.Map;
import java.util.TreeMap;

/** Staff out of and into tables, over the same plan and the same commands as the configuration's text. */
public final class StaffOffice {
    private final Centre centre;

    public StaffOffice(Centre centre) {
        this.centre = centre;
    }

    /** The people of the units in which somebody may change people. */
    private StaffSheet sheet(Actor actor) {
        Map<String, Map<String, Object>> people = new TreeMap<>(centre.items(StaffSheet.PART));
        if (actor instanceof Actor.Person person) {
            people.values().removeIf(fields -> !person.scope()
                    .may(Permissions.PEOPLE, Place.of(new UnitId(String.valueOf(fields.get("unit"))))));
        }
        return new StaffSheet(people);
    }

    /** What an import would do. */
    public ConfigPlan plan(Actor actor, String text) {
        return centre.plan(sheet(actor).read(text), false, actor);
    }

    /** Carries a command out; waits. */
    public CommandResult carryOut(Actor actor, StaffCommand command, String key) {
        StaffSheet sheet = sheet(actor);
        if (command instanceof StaffCommand.Import wanted) {
            return centre.bring(actor, sheet.read(wanted.text()), "staff", key);
        } else if (command instanceof StaffCommand.Export) {
            String text = sheet.write();
            centre.tell(
                    actor, "staff.exported", Map.of("lines", (int) text.lines().count()));
            return new CommandResult.Done(Map.of("text", text));
        }
        throw new AssertionError(command);
    }
}
