// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.service;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.people.PeopleCommand.SavePerson;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.directory.wire.Own;
import io.patchbay.spi.command.CommandHook;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Keeps the names of service accounts free of people, so that the journal never takes one for the other. */
@Component
public final class AccountNames implements CommandHook {
    @Override
    public Optional<CommandResult> before(Actor actor, Command command) {
        return command instanceof SavePerson save
                        && save.person().user().value().startsWith(ServiceAccount.PREFIX)
                ? Optional.of(Own.refused(
                        Kind.INVALID,
                        "user-is-service",
                        "Accounts that begin with {0} are those of programs.",
                        "以 {0} 开头的账号仅供程序使用。",
                        ServiceAccount.PREFIX))
                : Optional.empty();
    }
}
