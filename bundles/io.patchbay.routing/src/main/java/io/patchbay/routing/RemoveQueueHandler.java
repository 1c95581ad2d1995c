// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.settings.QueueFields;
import io.patchbay.routing.settings.SettingsHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes a queue. */
@Component(service = CommandHandler.class)
public final class RemoveQueueHandler extends SettingsHandler<QueueCommand.RemoveQueue> {
    @Activate
    public RemoveQueueHandler(@Reference RoutingComponent routing) {
        super(
                QueueCommand.RemoveQueue.class,
                "queue.remove",
                QueueFields::removedQueue,
                routing.settings(),
                routing.worker());
    }
}
