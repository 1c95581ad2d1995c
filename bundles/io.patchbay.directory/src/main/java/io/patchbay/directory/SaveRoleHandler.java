// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.people.PeopleCommand.SaveRole;
import io.patchbay.api.people.Role;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.RoleJson;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code role.save}. The role administrator always holds everything; what is saved for it does not matter. */
@Component(service = CommandHandler.class, property = "patchbay.command=role.save")
public final class SaveRoleHandler extends PeopleHandler<SaveRole> {
    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public SaveRoleHandler(@Reference Directory directory, @Reference Threads threads) {
        super(SaveRole.class, "role.save", directory, threads);
    }

    @Override
    SaveRole read(PeopleFields fields) {
        return new SaveRole(RoleJson.role(fields));
    }

    @Override
    public Map<String, Object> write(SaveRole command) {
        return RoleJson.of(command.role());
    }

    @Override
    Optional<Refused> against(PeopleRules rules, Snapshot now, SaveRole command) {
        return rules.against(command.role());
    }

    @Override
    Examination compare(Snapshot now, SaveRole command) {
        Role role = command.role();
        return new Examination(
                "role:" + role.id(),
                now.root(),
                now.role(role.id()).map(RoleJson::of).orElse(Map.of()),
                RoleJson.of(role),
                Examination.Review.FIRST_AND_FINAL);
    }

    @Override
    void change(Snapshot now, Actor actor, SaveRole command, String key) {
        Role role = command.role();
        directory().tables().save(role, entries().saved(actor, key, now.root(), now.role(role.id()), role));
    }
}
