// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.guard.Burial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;

/** All contexts by name. Safe for any thread. */
public final class RouteHost implements AutoCloseable {
    private final Workshop workshop;
    private final Workshop.Ground files;
    private final long closeSeconds;
    private final Map<String, FileRoutes> ofFiles = new ConcurrentHashMap<>();
    private final Map<String, BundleRoutes> ofBundles = new ConcurrentHashMap<>();
    private final Map<String, RouteFile> texts = new ConcurrentHashMap<>();
    private volatile List<RouteFile> shared = List.of();
    private volatile Optional<RouteContext> sharedFault = Optional.empty();

    /**
     * An empty host.
     *
     * @param workshop makes the contexts
     * @param files where the classes of route files come from
     * @param closeSeconds how long closing may take
     */
    public RouteHost(Workshop workshop, Workshop.Ground files, long closeSeconds) {
        this.workshop = workshop;
        this.files = files;
        this.closeSeconds = closeSeconds;
    }

    void fileCame(RouteFile file) {
        texts.put(file.name(), file);
        ofFiles.computeIfAbsent(file.name(), name -> new FileRoutes(name, workshop, files))
                .load(new FileRoutes.Texts(file, shared));
    }

    void fileGone(String name) {
        texts.remove(name);
        Optional.ofNullable(ofFiles.remove(name)).ifPresent(FileRoutes::endLater);
    }

    /** What applies to every context changed; a set that cannot be read is refused and the old one goes on. */
    void sharedChanged(List<RouteFile> fresh) {
        Optional<RouteContext> fault = SharedTrial.fault(fresh, workshop, files);
        sharedFault = fault;
        if (fault.isEmpty()) {
            shared = List.copyOf(fresh);
            List.copyOf(texts.values()).forEach(this::fileCame);
            ofBundles.values().forEach(routes -> routes.anew(shared));
        }
    }

    /**
     * A bundle brings routes.
     *
     * @param context the name of its context
     * @param ground where its classes come from
     * @param builder its routes
     */
    public void builderCame(String context, Workshop.Ground ground, RoutesBuilder builder) {
        ofBundles
                .computeIfAbsent(context, name -> new BundleRoutes(name, workshop, ground))
                .add(builder, shared);
    }

    /**
     * A bundle takes routes back; waits until they have ended.
     *
     * @param context the name of its context
     * @param builder its routes
     */
    public void builderGone(String context, RoutesBuilder builder) {
        BundleRoutes routes = ofBundles.get(context);
        if (routes == null) {
            return;
        }
        await(routes.remove(builder));
        if (routes.made().isEmpty() && ofBundles.remove(context, routes)) {
            await(routes.close());
        }
    }

    private void await(CompletableFuture<Void> change) {
        change.exceptionally(failure -> null) // it stands in the context's state
                .completeOnTimeout(null, closeSeconds, TimeUnit.SECONDS)
                .join();
    }

    /** The contexts as they are, sorted by name. */
    public List<RouteContext> contexts() {
        List<RouteContext> lines = new ArrayList<>();
        all().forEach(one -> lines.add(one.line()));
        sharedFault.ifPresent(lines::add);
        lines.sort(Comparator.comparing(RouteContext::name));
        return lines;
    }

    private List<Hosted> all() {
        List<Hosted> all = new ArrayList<>(ofFiles.values());
        all.addAll(ofBundles.values());
        return all;
    }

    /**
     * Starts a route or all of a context.
     *
     * @param context its name
     * @param route which; empty for all
     * @return completes when it is done; empty if there is no such thing
     */
    public Optional<CompletableFuture<Void>> start(String context, Optional<String> route) {
        return find(context, route).map(one -> one.start(route));
    }

    /** As {@link #start}, the other way. */
    public Optional<CompletableFuture<Void>> stop(String context, Optional<String> route) {
        return find(context, route).map(one -> one.stop(route));
    }

    private Optional<Hosted> find(String context, Optional<String> route) {
        return all().stream()
                .filter(one -> one.name.equals(context))
                .filter(one -> route.isEmpty() || one.has(route.get()))
                .findFirst();
    }

    /**
     * Sends a message into a route again, and waits for its end.
     *
     * @param context whose
     * @param route which
     * @param filler puts body and headers in
     * @return what came of it
     */
    public Replay replay(String context, String route, java.util.function.Consumer<Message> filler) {
        return find(context, Optional.of(route))
                .flatMap(Hosted::made)
                .map(made -> replay(made.camel().getRoute(route).getConsumer(), filler))
                .orElseGet(Replay.Absent::new);
    }

    private static Replay replay(Consumer consumer, java.util.function.Consumer<Message> filler) {
        Exchange exchange = consumer.createExchange(false);
        exchange.setProperty(Burial.REPLAYED, true);
        filler.accept(exchange.getMessage());
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) { // as any failure of the route
            exchange.setException(e);
        }
        return exchange.getException() == null ? new Replay.Well() : new Replay.Failed(exchange.getException());
    }

    /** Cuts off what takes too long; called every second. */
    public void scan() {
        all().forEach(Hosted::scan);
    }

    @Override
    public void close() {
        List<CompletableFuture<Void>> ends = all().stream().map(Hosted::close).toList();
        ends.forEach(this::await);
        ofFiles.clear();
        ofBundles.clear();
    }
}
