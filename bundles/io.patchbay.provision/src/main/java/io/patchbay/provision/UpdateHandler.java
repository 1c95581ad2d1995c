// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code feature.update}. */
@Component(service = CommandHandler.class)
public final class UpdateHandler extends FeatureHandler<FeatureCommand.Update> {
    @Activate
    public UpdateHandler(@Reference FeaturesComponent features) {
        super(
                FeatureCommand.Update.class,
                "feature.update",
                wish -> new FeatureCommand.Update(wish.text("feature"), wish.maybe("version"), wish.drain()),
                features);
    }
}
