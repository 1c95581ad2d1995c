// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.measure.Exposition;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.monitor.metric.PrometheusExposition;
import io.patchbay.monitor.metric.ScraperToken;
import io.patchbay.store.Home;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The figures of all bundles for monitoring systems. */
@Component
public final class MetricsComponent implements Exposition {
    private final PrometheusExposition exposition = new PrometheusExposition(() -> this.sources);
    private final ScraperToken token;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MeterSource> sources = List.of();

    @Activate
    public MetricsComponent(@Reference Home home) {
        token = new ScraperToken(home.keys());
    }

    @Deactivate
    void close() {
        exposition.close();
    }

    @Override
    public String mediaType() {
        return exposition.mediaType();
    }

    @Override
    public String text() {
        return exposition.text();
    }

    @Override
    public boolean isScraper(String given) {
        return token.is(given);
    }
}
