// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart;
import io.patchbay.store.ConfigValidator;
import io.patchbay.store.Home;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard in its container: looks at {@code etc} once a second, and says by its health what is refused. */
@Component(service = HealthPart.class, immediate = true)
public final class ConfigurationGuard implements HealthPart {
    private static final Logger log = LoggerFactory.getLogger(ConfigurationGuard.class);
    private static final long PAUSE_MILLIS = 1000;

    private final Guard guard;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-configuration-1"));

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, ConfigValidator>> validators = List.of();

    /**
     * Begins to look.
     *
     * @param context to see other bundles' metatype
     * @param home whose {@code etc} it is
     * @param admin where good configurations go
     * @param metatype reads what bundles say about their configurations
     */
    @Activate
    public ConfigurationGuard(
            BundleContext context,
            @Reference Home home,
            @Reference ConfigurationAdmin admin,
            @Reference MetaTypeService metatype) {
        guard = new Guard(
                home.etc(),
                new Interpolation(home.root(), System::getenv),
                new MetatypeSchemas(context, metatype),
                this::validators,
                new AdminSink(admin));
    }

    /** Not in the constructor: fields are injected after it. */
    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    void begin() {
        thread.scheduleWithFixedDelay(this::poll, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    private void poll() {
        try {
            guard.poll();
        } catch (IOException | RuntimeException e) { // the thread's top: the next poll tries again
            if (!thread.isShutdown()) { // a look cut off by the bundle's own stop is no fault
                log.error("Configuration files cannot be looked at", e);
            }
        }
    }

    private Optional<List<ConfigValidator>> validators(String pid, Schema schema) {
        List<Map.Entry<Map<String, Object>, ConfigValidator>> all = validators;
        boolean here = all.stream().anyMatch(entry -> Long.valueOf(schema.bundle())
                .equals(entry.getKey().get(Constants.SERVICE_BUNDLEID)));
        return schema.validated() && !here
                ? Optional.empty()
                : Optional.of(all.stream()
                        .map(Map.Entry::getValue)
                        .filter(validator -> validator.pid().equals(pid))
                        .toList());
    }

    @Override
    public Health health() {
        Map<String, Problem> refused = guard.refused();
        String english =
                String.join(" ", refused.values().stream().map(Problem::english).toList());
        String chinese =
                String.join(" ", refused.values().stream().map(Problem::chinese).toList());
        return refused.isEmpty()
                ? new Health("configuration", Level.UP, Optional.empty())
                : new Health(
                        "configuration", Level.DEGRADED, Optional.of(new Problem("config-refused", english, chinese)));
    }
}
