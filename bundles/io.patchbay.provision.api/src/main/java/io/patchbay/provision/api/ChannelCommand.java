// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.api;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.ChannelKey;
import java.util.Objects;

/** What operators do with channels; both need {@code system.operate}. */
public sealed interface ChannelCommand extends Command {
    /**
     * {@code channel.drain}: it takes no new contacts until {@code channel.open} or the next start; running ones go on,
     * text stays with its sender.
     *
     * @param channel which
     * @param end whether what its leaving would cut off (calls) is ended at once
     */
    record Drain(ChannelKey channel, boolean end) implements ChannelCommand {
        public Drain {
            Objects.requireNonNull(channel, "channel");
        }
    }

    /**
     * {@code channel.open}: it takes contacts again.
     *
     * @param channel which
     */
    record Open(ChannelKey channel) implements ChannelCommand {
        public Open {
            Objects.requireNonNull(channel, "channel");
        }
    }
}
