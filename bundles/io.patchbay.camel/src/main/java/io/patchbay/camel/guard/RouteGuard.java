// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import io.patchbay.camel.api.RouteLine;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches over one context: counts, paces, limits and cuts off its exchanges, and buries those that are lost. */
public final class RouteGuard extends RoutePolicySupport implements RoutePolicyFactory, InterceptStrategy {
    private static final Logger log = LoggerFactory.getLogger(RouteGuard.class);

    /** Who sends there is told nothing and sends nothing again. */
    private static final Set<String> ONE_WAY = Set.of("kafka", "seda", "sql");

    private final String context;
    private final Limits limits;
    private final Burial burial;
    private final Executor worker;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Map<String, Gauge> gauges = new ConcurrentHashMap<>();
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /**
     * Guards a context that has not started.
     *
     * @param context its name
     * @param limits what it may use
     * @param burial where lost exchanges go
     * @param worker carries on what the guard cut off
     * @param clock for figures
     * @param nanos for durations
     */
    public RouteGuard(
            String context, Limits limits, Burial burial, Executor worker, InstantSource clock, LongSupplier nanos) {
        this.context = context;
        this.limits = limits;
        this.burial = burial;
        this.worker = worker;
        this.clock = clock;
        this.nanos = nanos;
        pace = new Pace(limits.perSecond(), nanos.getAsLong());
    }

    /** Takes a context under guard. */
    public void guard(CamelContext camel) {
        camel.addRoutePolicyFactory(this);
        camel.getCamelContextExtension().addInterceptStrategy(this);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        return this;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode definition, Processor target, Processor next) {
        return new WatchedStep(definition.getShortName() + " " + definition.getId(), target);
    }

    /** A wish that cannot be read refuses the route. */
    @Override
    public void onInit(Route route) {
        Wishes.check(route);
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        gauge(route.getId()).begin();
        if (!begins(route, exchange)) {
            return;
        }
        LockSupport.parkNanos(pace.take(nanos.getAsLong()));
        Optional<CutOffException> refusal = running.size() < limits.exchanges()
                ? Optional.empty()
                : Optional.of(new CutOffException(
                        context + " has " + limits.exchanges() + " exchanges under way, no more are taken"));
        Running one = new Running(exchange, route.getId(), nanos.getAsLong(), refusal);
        exchange.setProperty(Running.PROPERTY, one);
        running.put(exchange.getExchangeId(), one);
    }

    private boolean begins(Route route, Exchange exchange) {
        return route.getId().equals(exchange.getFromRouteId()) && !running.containsKey(exchange.getExchangeId());
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Throwable failure = failure(exchange);
        Running one = running.get(exchange.getExchangeId());
        long took = exchange.getClock().elapsed() * 1_000_000;
        gauge(route.getId())
                .end(clock.instant(), took, Optional.ofNullable(failure).map(RouteGuard::words));
        if (one != null && one.route.equals(route.getId())) {
            running.remove(exchange.getExchangeId());
            if (failure != null && lost(route, exchange)) {
                bury(one, exchange, failure);
            }
        }
    }

    private static Throwable failure(Exchange exchange) {
        Throwable failure = exchange.getException();
        boolean wanted = exchange.getProperty(Burial.WANTED, false, Boolean.class);
        return failure == null && wanted ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class) : failure;
    }

    private static boolean lost(Route route, Exchange exchange) {
        Wishes.DeadLetters wanted = Wishes.deadLetters(route);
        if (wanted == Wishes.DeadLetters.NEVER || exchange.getProperty(Burial.REPLAYED, false, Boolean.class)) {
            return false;
        }
        String uri = route.getEndpoint().getEndpointUri();
        return wanted == Wishes.DeadLetters.ALWAYS
                || exchange.getProperty(Burial.WANTED, false, Boolean.class)
                || ONE_WAY.contains(uri.substring(0, uri.indexOf(':')));
    }

    private void bury(Running one, Exchange exchange, Throwable failure) {
        try {
            burial.bury(exchange, one.original, one.route, failure);
        } catch (RuntimeException e) {
            log.error(
                    "{}: an exchange of route {} failed and could not be kept as a dead letter", context, one.route, e);
        }
    }

    /** Why something failed, in one line. */
    public static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String said = message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
        return said.lines().findFirst().orElse("").strip();
    }

    /** Cuts off what takes too long; called every second. */
    public void scan() {
        long now = nanos.getAsLong();
        for (Running one : running.values()) {
            long limit = timeoutNanos(one);
            if (one.nanos(now) > limit) {
                CutOffException why = new CutOffException(
                        "route " + one.route + " was cut off after " + limit / 1_000_000_000 + " s in " + one.node());
                if (!one.isCut()) {
                    log.warn("{}: {}", context, why.getMessage());
                }
                one.cut(why).ifPresent(worker::execute);
            }
        }
    }

    private long timeoutNanos(Running one) {
        Route route = one.exchange.getContext().getRoute(one.route);
        return (route == null ? limits.timeout() : Wishes.timeout(route).orElse(limits.timeout())).toNanos();
    }

    /** What does not end although it was cut off, in words. */
    public Optional<String> hanging() {
        return running.values().stream()
                .filter(one -> one.isCut() && one.nanos(nanos.getAsLong()) > timeoutNanos(one) + 3_000_000_000L)
                .min(Comparator.comparing(one -> one.route))
                .map(one -> "route " + one.route + " hangs in " + one.node() + " and heeds no interrupt");
    }

    /** The counters of a route. */
    public RouteLine.Figures figures(String route) {
        return gauge(route).figures();
    }

    /** The newest failure of a route. */
    public Optional<RouteLine.Failure> lastFailure(String route) {
        return gauge(route).lastFailure();
    }

    private Gauge gauge(String route) {
        return gauges.computeIfAbsent(route, id -> new Gauge());
    }
}
