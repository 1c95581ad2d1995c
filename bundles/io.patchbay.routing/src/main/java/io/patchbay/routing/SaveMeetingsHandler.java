// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.settings.QueueFields;
import io.patchbay.routing.settings.SettingsHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what may come beside one kind of work. */
@Component(service = CommandHandler.class)
public final class SaveMeetingsHandler extends SettingsHandler<QueueCommand.SaveMeetings> {
    @Activate
    public SaveMeetingsHandler(@Reference RoutingComponent routing) {
        super(
                QueueCommand.SaveMeetings.class,
                "matrix.save",
                QueueFields::meetings,
                routing.settings(),
                routing.worker());
    }
}
