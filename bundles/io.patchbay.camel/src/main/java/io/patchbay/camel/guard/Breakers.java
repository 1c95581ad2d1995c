// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.Resilience4jConfigurationDefinition;
import org.apache.camel.processor.DefaultProcessorFactory;
import org.apache.camel.reifier.ProcessorReifier;
import org.apache.camel.spi.ProcessorFactory;
import org.apache.camel.support.AsyncProcessorConverterHelper;

/**
 * Makes the EIP {@code circuitBreaker} work without Resilience4j, which cannot be had for this Camel: its configuration
 * is read, {@code failureRateThreshold slidingWindowSize minimumNumberOfCalls waitDurationInOpenState timeoutEnabled
 * timeoutDuration} are kept to.
 */
public final class Breakers extends DefaultProcessorFactory {
    private final LongSupplier nanos;

    /** Breakers that take their time from {@code nanos}. */
    public Breakers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Lets a context make its circuit breakers here. */
    public void serve(CamelContext camel) {
        camel.getCamelContextExtension().addContextPlugin(ProcessorFactory.class, this);
    }

    @Override
    public Processor createProcessor(Route route, NamedNode definition) throws Exception {
        return definition instanceof CircuitBreakerDefinition breaker
                ? new Reifier(route, breaker, nanos).createProcessor()
                : super.createProcessor(route, definition);
    }

    private static final class Reifier extends ProcessorReifier<CircuitBreakerDefinition> {
        private final LongSupplier nanos;

        Reifier(Route route, CircuitBreakerDefinition definition, LongSupplier nanos) {
            super(route, definition);
            this.nanos = nanos;
        }

        @Override
        public Processor createProcessor() throws Exception {
            Optional<Resilience4jConfigurationDefinition> given =
                    Optional.ofNullable(definition.getResilience4jConfiguration());
            Breaker.Rule rule = new Breaker.Rule(
                    given.map(one -> parseInt(one.getSlidingWindowSize())).orElse(10),
                    given.map(one -> parseInt(one.getMinimumNumberOfCalls())).orElse(5),
                    given.map(one -> parseFloat(one.getFailureRateThreshold())).orElse(50f),
                    Duration.ofSeconds(given.map(one -> parseLong(one.getWaitDurationInOpenState()))
                            .orElse(30L)));
            Processor inside = createChildProcessor(true);
            Processor fallback = definition.getOnFallback() == null
                    ? null
                    : createOutputsProcessor(definition.getOnFallback().getOutputs());
            return new BreakerProcessor(
                    getId(definition),
                    new Breaker(rule, nanos),
                    AsyncProcessorConverterHelper.convert(inside),
                    Optional.ofNullable(fallback).map(AsyncProcessorConverterHelper::convert),
                    given.flatMap(this::timing));
        }

        private Optional<BreakerProcessor.Timing> timing(Resilience4jConfigurationDefinition given) {
            if (!parseBoolean(given.getTimeoutEnabled(), false)) {
                return Optional.empty();
            }
            Long limit = parseLong(given.getTimeoutDuration());
            ScheduledExecutorService pool =
                    camelContext.getExecutorServiceManager().newScheduledThreadPool(definition, "CircuitBreaker", 4);
            return Optional.of(new BreakerProcessor.Timing(Duration.ofMillis(limit == null ? 1_000 : limit), pool));
        }
    }
}
