// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.settings.QueueFields;
import io.patchbay.routing.settings.SettingsHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds or changes a queue. */
@Component(service = CommandHandler.class)
public final class SaveQueueHandler extends SettingsHandler<QueueCommand.SaveQueue> {
    @Activate
    public SaveQueueHandler(@Reference RoutingComponent routing) {
        super(QueueCommand.SaveQueue.class, "queue.save", QueueFields::queue, routing.settings(), routing.worker());
    }
}
