// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code feature.uninstall}. */
@Component(service = CommandHandler.class)
public final class UninstallHandler extends FeatureHandler<FeatureCommand.Uninstall> {
    @Activate
    public UninstallHandler(@Reference FeaturesComponent features) {
        super(
                FeatureCommand.Uninstall.class,
                "feature.uninstall",
                wish -> new FeatureCommand.Uninstall(wish.text("feature"), wish.drain()),
                features);
    }
}
