// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api;

import io.patchbay.api.command.Command;
import java.util.Objects;
import java.util.Optional;

/** What operators do with routes. */
public sealed interface RouteCommand extends Command {
    /** The permission all of them need. */
    String PERMISSION = "route.operate";

    /**
     * {@code route.start}: it takes exchanges again.
     *
     * @param context whose
     * @param route which; empty for all of the context
     */
    record Start(String context, Optional<String> route) implements RouteCommand {
        public Start {
            Objects.requireNonNull(context, "context");
            Objects.requireNonNull(route, "route");
        }
    }

    /**
     * {@code route.stop}: it takes no more until it is started or Patchbay starts again; exchanges under way end.
     *
     * @param context whose
     * @param route which; empty for all of the context
     */
    record Stop(String context, Optional<String> route) implements RouteCommand {
        public Stop {
            Objects.requireNonNull(context, "context");
            Objects.requireNonNull(route, "route");
        }
    }

    /**
     * {@code deadletter.replay}: sends it into its route again; it leaves the list if that ends well.
     *
     * @param id which
     */
    record Replay(long id) implements RouteCommand {}

    /**
     * {@code deadletter.drop}: takes it off the list and destroys its content.
     *
     * @param id which
     */
    record Drop(long id) implements RouteCommand {}
}
