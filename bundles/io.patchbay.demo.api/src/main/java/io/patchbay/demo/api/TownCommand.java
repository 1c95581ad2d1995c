// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.api;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.ChannelKey;
import java.util.Objects;

/** What people change about the town, and what a newcomer asks of it. */
public sealed interface TownCommand extends Command {
    /** The permission to change the pace. */
    String PERMISSION = Permissions.SUPERVISE;

    /**
     * {@code town.pace}: from now on. Needs {@link #PERMISSION}.
     *
     * @param pace how it shall be
     */
    record ChangePace(TownPace pace) implements TownCommand {
        /** Refuses null. */
        public ChangePace {
            Objects.requireNonNull(pace, "pace");
        }
    }

    /**
     * {@code town.bring}: lets somebody get in touch with the agent who asks, now. Refused unless he is ready; by voice
     * also unless a telephone of his is registered.
     *
     * @param channel by which of {@link TownPace#CHANNELS}
     */
    record BringContact(ChannelKey channel) implements TownCommand {
        /** Refuses null. */
        public BringContact {
            Objects.requireNonNull(channel, "channel");
        }
    }

    /**
     * {@code town.phone}: lends the agent who asks a telephone that answers by itself when he accepts at the desk, or
     * takes it back.
     *
     * @param wanted true to have it
     */
    record UseDemoPhone(boolean wanted) implements TownCommand {}
}
