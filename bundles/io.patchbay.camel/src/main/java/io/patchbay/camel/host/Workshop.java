// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import io.patchbay.camel.endpoint.Doors;
import io.patchbay.camel.endpoint.PatchbayComponent;
import io.patchbay.camel.guard.Breakers;
import io.patchbay.camel.guard.Burial;
import io.patchbay.camel.guard.Limits;
import io.patchbay.camel.guard.RouteGuard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.spi.ThreadPoolProfile;

/** Makes contexts: guarded, bounded, with the component {@code patchbay:}, not started. */
public final class Workshop {
    private static final int QUEUE = 1_000;

    private final Doors doors;
    private final Limits limits;
    private final Duration stop;
    private final Function<String, Burial> burials;
    private final Executor worker;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /** Where the classes, components and beans of a context come from. */
    public interface Ground {
        /** An empty context. */
        CamelContext context();

        /** Finds the classes its routes name. */
        ClassLoader classes();
    }

    /** A context and who watches it. */
    record Made(CamelContext camel, RouteGuard guard) {}

    /**
     * Makes contexts alike.
     *
     * @param doors what routes reach
     * @param limits what each context may use
     * @param stop how long exchanges may take to end when a context stops
     * @param burials where the lost exchanges of a context go
     * @param worker carries on what was cut off
     * @param clock for figures
     * @param nanos for durations
     */
    public Workshop(
            Doors doors,
            Limits limits,
            Duration stop,
            Function<String, Burial> burials,
            Executor worker,
            InstantSource clock,
            LongSupplier nanos) {
        this.doors = doors;
        this.limits = limits;
        this.stop = stop;
        this.burials = burials;
        this.worker = worker;
        this.clock = clock;
        this.nanos = nanos;
    }

    Made make(String name, Ground ground) {
        CamelContext camel = ground.context();
        camel.getCamelContextExtension().setName(name);
        camel.setApplicationContextClassLoader(ground.classes());
        camel.disableJMX();
        camel.setSourceLocationEnabled(true);
        camel.addComponent(PatchbayComponent.SCHEME, new PatchbayComponent(doors));
        camel.getExecutorServiceManager().setThreadNamePattern("patchbay-route-" + name + "-#counter#");
        camel.getExecutorServiceManager().setDefaultThreadPoolProfile(profile());
        camel.getShutdownStrategy().setTimeout(stop.toSeconds());
        camel.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        camel.getShutdownStrategy().setShutdownNowOnTimeout(true);
        camel.getCamelContextExtension().setErrorHandlerFactory(quiet());
        new Breakers(nanos).serve(camel);
        RouteGuard guard = new RouteGuard(name, limits, burials.apply(name), worker, clock, nanos);
        guard.guard(camel);
        return new Made(camel, guard);
    }

    private ThreadPoolProfile profile() {
        ThreadPoolProfile profile = new ThreadPoolProfile("patchbay");
        profile.setDefaultProfile(true);
        profile.setPoolSize(limits.threads());
        profile.setMaxPoolSize(limits.threads());
        profile.setMaxQueueSize(QUEUE);
        profile.setKeepAliveTime(10L);
        profile.setTimeUnit(TimeUnit.SECONDS);
        profile.setAllowCoreThreadTimeOut(true);
        return profile;
    }

    /** Failures are counted, shown and kept; a stack trace for each would flood the log. */
    private static DefaultErrorHandlerDefinition quiet() {
        RedeliveryPolicyDefinition policy = new RedeliveryPolicyDefinition();
        policy.setLogExhausted("false");
        policy.setLogStackTrace("false");
        DefaultErrorHandlerDefinition handler = new DefaultErrorHandlerDefinition();
        handler.setRedeliveryPolicy(policy);
        return handler;
    }
}
