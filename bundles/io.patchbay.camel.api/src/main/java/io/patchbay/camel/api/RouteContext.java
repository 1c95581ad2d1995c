// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api;

import java.util.List;
import java.util.Objects;

/**
 * The routes of one bundle or one file.
 *
 * @param name the bundle's symbolic name or the name it gives, or the file's name
 * @param origin where the routes come from
 * @param state how they are
 * @param problem what is wrong, in a sentence; a refused file names its line. Empty if all is well
 * @param routes in the order of their ids
 */
public record RouteContext(String name, Origin origin, State state, String problem, List<RouteLine> routes) {
    public RouteContext {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(problem, "problem");
        routes = List.copyOf(routes);
    }

    /** Where routes come from. */
    public enum Origin {
        /** A service of a bundle. */
        BUNDLE,
        /** A file of the folder {@code routes}. */
        FILE
    }

    /** How routes are. */
    public enum State {
        /** On their way. */
        STARTING,
        /** They take exchanges. */
        STARTED,
        /** Somebody stopped them. */
        STOPPED,
        /** They could not be taken or started; there may be an older form that goes on. */
        REFUSED
    }
}
