// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.settings.Parameters;
import io.patchbay.routing.settings.QueueFields;
import io.patchbay.routing.settings.SettingsHandler;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds or changes a queue. */
@Component(service = CommandHandler.class)
public final class SaveQueueHandler extends SettingsHandler<QueueCommand.SaveQueue> {
    private final QueueDefaults defaults;

    @Activate
    public SaveQueueHandler(@Reference RoutingComponent routing, @Reference Parameters parameters) {
        super(QueueCommand.SaveQueue.class, "queue.save", QueueFields::queue, routing.settings(), routing.worker());
        defaults = new QueueDefaults(parameters);
    }

    @Override
    public QueueCommand.SaveQueue read(Map<String, Object> body) {
        return super.read(defaults.filled(body));
    }
}
