// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.command;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The maker-checker as the door for commands sees it. */
@ProviderType
public interface Reviewing {
    /**
     * Keeps a command as a proposal where its handler asks for reviews or for a later day.
     *
     * @param <C> the command
     * @param actor who asks; his rights are checked
     * @param handler of the command
     * @param command what he wants
     * @return what came of it, {@code Proposed} or {@code Refused}; empty if the handler shall run now
     */
    <C extends Command> Optional<CompletionStage<CommandResult>> instead(
            Actor actor, CommandHandler<C> handler, C command);
}
