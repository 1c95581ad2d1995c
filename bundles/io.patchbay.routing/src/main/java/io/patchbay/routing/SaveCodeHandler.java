// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.settings.QueueFields;
import io.patchbay.routing.settings.SettingsHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds, renames, retires or brings back a code. */
@Component(service = CommandHandler.class)
public final class SaveCodeHandler extends SettingsHandler<QueueCommand.SaveCode> {
    @Activate
    public SaveCodeHandler(@Reference RoutingComponent routing) {
        super(QueueCommand.SaveCode.class, "code.save", QueueFields::code, routing.settings(), routing.worker());
    }
}
