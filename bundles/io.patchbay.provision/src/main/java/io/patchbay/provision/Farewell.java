// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.provision.channel.Draining;
import io.patchbay.spi.channel.Admission;
import io.patchbay.spi.channel.Channel;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graceful stop of the whole. Its bundle has the highest start level, so it is stopped first, while everything else
 * still runs: it closes all channels and gives what runs its time.
 */
@Component(service = Farewell.class, immediate = true, configurationPid = "io.patchbay.provision")
@Designate(ocd = Farewell.Config.class)
public final class Farewell {
    private static final Logger log = LoggerFactory.getLogger(Farewell.class);

    @ObjectClassDefinition(name = "Features", description = "Installing, uninstalling, and the graceful stop")
    @interface Config {
        @AttributeDefinition(
                description = "How long running contacts (calls) may go on when Patchbay is stopped, in seconds",
                min = "0",
                max = "3600")
        int stopSeconds() default 10;
    }

    private final BundleContext context;
    private final Admission admission;
    private volatile Duration limit;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Channel> channels = List.of();

    @Activate
    public Farewell(BundleContext context, Config config, @Reference Admission admission) {
        this.context = context;
        this.admission = admission;
        limit = Duration.ofSeconds(config.stopSeconds());
    }

    @Modified
    void modified(Config changed) {
        limit = Duration.ofSeconds(changed.stopSeconds());
    }

    @Deactivate
    void close() {
        if (context.getBundle(0).getState() != Bundle.STOPPING) {
            return; // the feature goes, Patchbay stays
        }
        List<Channel> leaving = List.copyOf(channels);
        admission.closeAll(true);
        leaving.forEach(channel -> channel.drain(true));
        int ended = new Draining(admission).runDry(leaving, limit, "Patchbay stops");
        log.info("All channels are closed; {} contacts were ended", ended);
    }
}
