// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.RouteLine;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures of all routes. */
@Component
public final class RouteFigures implements MeterSource {
    private static final Meter EXCHANGES =
            Meter.counter("patchbay_route_exchanges_total", "Exchanges that ended, well or not", "context", "route");
    private static final Meter FAILED =
            Meter.counter("patchbay_route_exchanges_failed_total", "Exchanges that failed", "context", "route");
    private static final Meter IN_FLIGHT =
            Meter.gauge("patchbay_route_exchanges_in_flight", "Exchanges under way", "context", "route");
    private static final Meter MEAN =
            Meter.gauge("patchbay_route_mean_seconds", "Mean time of the exchanges that ended", "context", "route");
    private static final Meter STARTED =
            Meter.gauge("patchbay_route_started", "1 while the route takes exchanges, else 0", "context", "route");
    private static final Meter REFUSED = Meter.gauge(
            "patchbay_route_context_refused", "1 while routes of the bundle or file could not be taken", "context");
    private static final Meter DEAD = Meter.gauge("patchbay_dead_letters", "Dead letters in the list");
    private static final Meter BURIED =
            Meter.counter("patchbay_dead_letters_added_total", "Exchanges that became dead letters");
    private static final double NANOS = 1e9;

    private final RoutesComponent routes;

    @Activate
    public RouteFigures(@Reference RoutesComponent routes) {
        this.routes = routes;
    }

    @Override
    public List<Meter> meters() {
        return List.of(EXCHANGES, FAILED, IN_FLIGHT, MEAN, STARTED, REFUSED, DEAD, BURIED);
    }

    @Override
    public void measure(Readings readings) {
        for (RouteContext context : routes.contexts()) {
            readings.value(REFUSED, context.state() == RouteContext.State.REFUSED ? 1 : 0, context.name());
            context.routes().forEach(route -> measure(context.name(), route, readings));
        }
        readings.value(DEAD, routes.letters().count());
        readings.value(BURIED, routes.letters().buried());
    }

    private static void measure(String context, RouteLine route, Readings readings) {
        RouteLine.Figures figures = route.figures();
        readings.value(EXCHANGES, figures.total(), context, route.id());
        readings.value(FAILED, figures.failed(), context, route.id());
        readings.value(IN_FLIGHT, figures.inFlight(), context, route.id());
        readings.value(MEAN, figures.mean().toNanos() / NANOS, context, route.id());
        readings.value(STARTED, route.started() ? 1 : 0, context, route.id());
    }
}
