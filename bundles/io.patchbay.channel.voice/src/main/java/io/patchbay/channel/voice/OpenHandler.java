// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Permissions;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.settings.VoiceHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes calls again. */
@Component(service = CommandHandler.class)
public final class OpenHandler extends VoiceHandler<VoiceCommand.Open> {
    @Activate
    public OpenHandler(@Reference VoiceComponent voice) {
        super(VoiceCommand.Open.class, "voice.open", fields -> new VoiceCommand.Open(), voice);
    }

    @Override
    public String permission() {
        return Permissions.OPERATE;
    }
}
