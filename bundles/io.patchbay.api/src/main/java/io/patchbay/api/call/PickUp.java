// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.AgentId;
import java.util.Objects;

/**
 * Takes the call that rings at a colleague's: the actor's own phone rings instead, told to answer by itself if it can.
 * For who serves the call's queue; the first to have it has it.
 *
 * @param agent the colleague
 */
public record PickUp(AgentId agent) implements Command {
    public PickUp {
        Objects.requireNonNull(agent, "agent");
    }
}
