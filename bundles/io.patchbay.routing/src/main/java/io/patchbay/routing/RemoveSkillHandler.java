// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.settings.QueueFields;
import io.patchbay.routing.settings.SettingsHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes a skill. */
@Component(service = CommandHandler.class)
public final class RemoveSkillHandler extends SettingsHandler<QueueCommand.RemoveSkill> {
    @Activate
    public RemoveSkillHandler(@Reference RoutingComponent routing) {
        super(
                QueueCommand.RemoveSkill.class,
                "skill.remove",
                QueueFields::removedSkill,
                routing.settings(),
                routing.worker());
    }
}
