// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.people.PeopleCommand.SaveRole;
import io.patchbay.api.people.Role;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code role.save}. The role administrator always holds everything; what is saved for it does not matter. */
@Component(service = CommandHandler.class, property = "patchbay.command=role.save")
public final class SaveRoleHandler implements CommandHandler<SaveRole> {
    private final Directory directory;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public SaveRoleHandler(@Reference Directory directory, @Reference Threads threads) {
        this.directory = directory;
        this.threads = threads;
    }

    @Override
    public Class<SaveRole> type() {
        return SaveRole.class;
    }

    @Override
    public String name() {
        return "role.save";
    }

    @Override
    public String permission() {
        return Permissions.PEOPLE;
    }

    @Override
    public SaveRole read(Map<String, Object> body) {
        PeopleFields fields = new PeopleFields(body);
        return new SaveRole(new Role(
                new RoleId(fields.text("role")), fields.text("name"), fields.set("permissions", text -> text)));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, SaveRole command, String idempotencyKey) {
        return threads.command(() -> directory.change(now -> {
            Optional<Refused> refused = new PeopleRules(now, directory.declared(), actor).against(command.role());
            if (refused.isPresent()) {
                return refused.get();
            }
            directory
                    .tables()
                    .save(
                            command.role(),
                            new Entries(directory.clock()).saved(actor, idempotencyKey, now.root(), command.role()));
            return new CommandResult.Done();
        }));
    }
}
