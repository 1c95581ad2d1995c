// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.settings.QueueFields;
import io.patchbay.routing.settings.SettingsHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds or renames a skill. */
@Component(service = CommandHandler.class)
public final class SaveSkillHandler extends SettingsHandler<QueueCommand.SaveSkill> {
    @Activate
    public SaveSkillHandler(@Reference RoutingComponent routing) {
        super(QueueCommand.SaveSkill.class, "skill.save", QueueFields::skill, routing.settings(), routing.worker());
    }
}
