// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.people.PeopleCommand.RemoveRole;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.RoleJson;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code role.remove}. */
@Component(service = CommandHandler.class, property = "patchbay.command=role.remove")
public final class RemoveRoleHandler extends PeopleHandler<RemoveRole> {
    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public RemoveRoleHandler(@Reference Directory directory, @Reference Threads threads) {
        super(RemoveRole.class, "role.remove", directory, threads);
    }

    @Override
    RemoveRole read(PeopleFields fields) {
        return new RemoveRole(new RoleId(fields.text("role")));
    }

    @Override
    public Map<String, Object> write(RemoveRole command) {
        return Map.of("role", command.role().value());
    }

    @Override
    Optional<Refused> against(PeopleRules rules, Snapshot now, RemoveRole command) {
        return rules.againstRemoval(command.role());
    }

    @Override
    Examination compare(Snapshot now, RemoveRole command) {
        return new Examination(
                "role:" + command.role(), now.root(), was(now, command), Map.of(), Examination.Review.FIRST_AND_FINAL);
    }

    private static Map<String, Object> was(Snapshot now, RemoveRole command) {
        return now.role(command.role()).map(RoleJson::of).orElse(Map.of());
    }

    @Override
    void change(Snapshot now, Actor actor, RemoveRole command, String key) {
        RoleId role = command.role();
        directory()
                .tables()
                .remove(
                        role,
                        entries()
                                .removed(
                                        actor,
                                        key,
                                        now.root(),
                                        "role.removed",
                                        "role",
                                        role.value(),
                                        was(now, command)));
    }
}
