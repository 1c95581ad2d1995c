// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import io.patchbay.camel.api.RouteContext.Origin;
import io.patchbay.camel.api.RouteContext.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** The routes of one bundle: they come and go with its services, one service not touching the routes of another. */
final class BundleRoutes extends Hosted {
    private final Map<RoutesBuilder, Set<String>> ids = new HashMap<>();

    BundleRoutes(String name, Workshop workshop, Workshop.Ground ground) {
        super(name, Origin.BUNDLE, workshop, ground);
    }

    void add(RoutesBuilder builder, List<RouteFile> shared) {
        later(() -> {
            if (made().isEmpty()) {
                become(opened(shared));
            }
            take(builder);
        });
    }

    private void take(RoutesBuilder builder) throws Exception {
        CamelContext camel = made().orElseThrow().camel();
        Set<String> before = routes(camel);
        try {
            camel.addRoutes(builder);
            state = State.STARTED;
            problem = "";
        } catch (Exception e) {
            state = ids.isEmpty() ? State.REFUSED : state;
            throw e;
        } finally {
            Set<String> mine = routes(camel);
            mine.removeAll(before);
            ids.put(builder, mine);
            log.info("Routes of {} taken: {}", name, mine);
        }
    }

    /**
     * What applies to every context changed: the routes are built once more. Camel's {@code RouteBuilder} builds only
     * once, so a bundle that brings one of those keeps what it has until it starts again.
     */
    void anew(List<RouteFile> shared) {
        later(() -> {
            if (made().isEmpty() || ids.keySet().stream().anyMatch(RouteBuilder.class::isInstance)) {
                return;
            }
            Workshop.Made fresh = opened(shared);
            end();
            become(fresh);
            for (RoutesBuilder builder : List.copyOf(ids.keySet())) {
                take(builder);
            }
        });
    }

    private Workshop.Made opened(List<RouteFile> shared) throws Exception {
        Workshop.Made fresh = workshop.make(name, ground);
        CamelContext camel = fresh.camel();
        SharedFiles.load(camel, shared);
        camel.start();
        return fresh;
    }

    CompletableFuture<Void> remove(RoutesBuilder builder) {
        return change(() -> {
            Set<String> mine = ids.remove(builder);
            if (mine == null || made().isEmpty()) {
                return;
            }
            CamelContext camel = made().get().camel();
            for (String id : mine) {
                camel.getRouteController().stopRoute(id);
                camel.removeRoute(id);
            }
            log.info("Routes of {} gone: {}", name, mine);
            if (ids.isEmpty()) {
                end();
            }
        });
    }

    private static Set<String> routes(CamelContext camel) {
        Set<String> routes = new TreeSet<>();
        for (Route route : camel.getRoutes()) {
            routes.add(route.getId());
        }
        return routes;
    }
}
