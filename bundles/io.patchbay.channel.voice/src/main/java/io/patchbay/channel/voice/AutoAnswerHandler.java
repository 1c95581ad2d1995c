// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Permissions;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.settings.VoiceFields;
import io.patchbay.channel.voice.settings.VoiceHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An agent has his phone answer by itself, or no longer. */
@Component(service = CommandHandler.class)
public final class AutoAnswerHandler extends VoiceHandler<VoiceCommand.AutoAnswer> {
    @Activate
    public AutoAnswerHandler(@Reference VoiceComponent voice) {
        super(VoiceCommand.AutoAnswer.class, "phone.auto-answer", VoiceFields::autoAnswer, voice);
    }

    @Override
    public String permission() {
        return Permissions.AGENT;
    }
}
