// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code feature.install}. */
@Component(service = CommandHandler.class)
public final class InstallHandler extends FeatureHandler<FeatureCommand.Install> {
    @Activate
    public InstallHandler(@Reference FeaturesComponent features) {
        super(
                FeatureCommand.Install.class,
                "feature.install",
                wish -> new FeatureCommand.Install(wish.text("feature"), wish.maybe("version")),
                features);
    }
}
