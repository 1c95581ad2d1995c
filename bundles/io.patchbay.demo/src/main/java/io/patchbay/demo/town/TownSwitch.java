// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.demo.town.seed.TownFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the town be with {@code --demo}, unless {@code PATCHBAY_TOWN=off}. */
@Component(service = TownSwitch.class, immediate = true)
public final class TownSwitch {
    private static final Logger log = LoggerFactory.getLogger(TownSwitch.class);

    @Activate
    public TownSwitch(ComponentContext context) {
        if (!Boolean.getBoolean("patchbay.demo")) {
            return;
        }
        if (!"off".equals(System.getProperty("patchbay.town", "off"))) {
            context.enableComponent(TownComponent.class.getName());
            return;
        }
        try {
            new TownFiles(Path.of(System.getProperty("patchbay.home"))).remove();
        } catch (IOException e) {
            log.warn("The town's accounts are still there: {}", e.getMessage());
        }
    }
}
