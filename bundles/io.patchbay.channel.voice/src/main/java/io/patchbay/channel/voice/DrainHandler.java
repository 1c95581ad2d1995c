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

/** Takes no new calls. */
@Component(service = CommandHandler.class)
public final class DrainHandler extends VoiceHandler<VoiceCommand.Drain> {
    @Activate
    public DrainHandler(@Reference VoiceComponent voice) {
        super(VoiceCommand.Drain.class, "voice.drain", VoiceFields::drain, voice);
    }

    @Override
    public String permission() {
        return Permissions.OPERATE;
    }
}
