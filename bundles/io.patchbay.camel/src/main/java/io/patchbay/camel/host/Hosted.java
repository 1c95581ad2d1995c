// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.RouteContext.Origin;
import io.patchbay.camel.api.RouteContext.State;
import io.patchbay.camel.api.RouteLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One context by its name. What changes it runs on a thread of its own, one change after the other, so that a start
 * that hangs keeps nobody else waiting.
 */
abstract class Hosted {
    static final Logger log = LoggerFactory.getLogger(Hosted.class);
    private static final long IDLE_SECONDS = 5;

    final String name;
    final Workshop workshop;
    final Workshop.Ground ground;
    private final Origin origin;
    private final ThreadPoolExecutor thread;
    volatile State state = State.STARTING;
    volatile String problem = "";
    private volatile Optional<Workshop.Made> made = Optional.empty();

    /** What is being read, to find lines in. */
    String text() {
        return "";
    }

    /** A change. */
    interface Change {
        void run() throws Exception;
    }

    Hosted(String name, Origin origin, Workshop workshop, Workshop.Ground ground) {
        this.name = name;
        this.origin = origin;
        this.workshop = workshop;
        this.ground = ground;
        thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "patchbay-routes-" + name));
        thread.allowCoreThreadTimeOut(true);
    }

    /** Runs a change when its turn comes; a failure is in the future and, in words, in the state. */
    final CompletableFuture<Void> change(Change change) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        thread.execute(() -> {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(ground.classes());
            try {
                change.run();
                done.complete(null);
            } catch (Exception e) { // whatever a route's components throw stays with that route
                problem = Fault.words(name, text(), e);
                log.warn("Routes refused: {}", problem);
                log.debug("{}", name, e);
                done.completeExceptionally(e);
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        });
        return done;
    }

    /** As {@link #change}, for those who do not wait: what fails stands in the state. */
    final void later(Change change) {
        CompletableFuture<Void> unused = change(change);
    }

    final Optional<Workshop.Made> made() {
        return made;
    }

    final void become(Workshop.Made fresh) {
        made = Optional.of(fresh);
    }

    /** Stops the running context, if there is one; exchanges under way may end. */
    final void end() {
        Optional<Workshop.Made> old = made;
        made = Optional.empty();
        old.ifPresent(one -> one.camel().stop());
    }

    final CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = change(this::end);
        thread.shutdown();
        return closed;
    }

    /** As {@link #close}, for those who do not wait. */
    final void endLater() {
        CompletableFuture<Void> unused = close();
    }

    final CompletableFuture<Void> start(Optional<String> route) {
        return change(() -> {
            CamelContext camel = running();
            if (route.isPresent()) {
                camel.getRouteController().startRoute(route.get());
            } else {
                camel.getRouteController().startAllRoutes();
            }
            state = State.STARTED;
            problem = "";
        });
    }

    final CompletableFuture<Void> stop(Optional<String> route) {
        return change(() -> {
            CamelContext camel = running();
            if (route.isPresent()) {
                camel.getRouteController().stopRoute(route.get());
            } else {
                camel.getRouteController().stopAllRoutes();
                state = State.STOPPED;
            }
        });
    }

    private CamelContext running() {
        return made.orElseThrow(() -> new IllegalStateException("there is nothing to start or stop: " + problem))
                .camel();
    }

    final void scan() {
        made.ifPresent(one -> one.guard().scan());
    }

    final boolean has(String route) {
        return made.filter(one -> one.camel().getRoute(route) != null).isPresent();
    }

    final RouteContext line() {
        List<RouteLine> routes = made.map(Hosted::routes).orElse(List.of());
        String hanging = made.flatMap(one -> one.guard().hanging()).orElse("");
        return new RouteContext(name, origin, state, problem.isEmpty() ? hanging : problem, routes);
    }

    private static List<RouteLine> routes(Workshop.Made made) {
        List<RouteLine> lines = new ArrayList<>();
        for (Route route : made.camel().getRoutes()) {
            String id = route.getId();
            lines.add(new RouteLine(
                    id,
                    URISupport.sanitizeUri(route.getEndpoint().getEndpointUri()),
                    made.camel().getRouteController().getRouteStatus(id).isStarted(),
                    made.guard().figures(id),
                    made.guard().lastFailure(id)));
        }
        lines.sort(Comparator.comparing(RouteLine::id));
        return lines;
    }
}
