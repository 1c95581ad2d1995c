// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import io.patchbay.camel.api.RouteContext;
import java.util.List;

/**
 * What a card is drawn from. Figures and failures are not in it: they change all the time and are written into the card
 * that is there, so that neither a press on it nor the focus is lost.
 *
 * @param context whose, without its routes
 * @param routes how they are
 */
record ContextFacts(RouteContext context, List<Line> routes) {
    /** One route. */
    record Line(String id, String from, boolean started) {}

    static ContextFacts of(RouteContext one) {
        RouteContext bare = new RouteContext(one.name(), one.origin(), one.state(), one.problem(), List.of());
        return new ContextFacts(
                bare,
                one.routes().stream()
                        .map(line -> new Line(line.id(), line.from(), line.started()))
                        .toList());
    }

    boolean hasProblem() {
        return !context.problem().isEmpty();
    }

    /** Runs although something is wrong: a change of its file was refused, or an exchange hangs. */
    boolean goesOn() {
        return context.state() == RouteContext.State.STARTED && hasProblem();
    }
}
