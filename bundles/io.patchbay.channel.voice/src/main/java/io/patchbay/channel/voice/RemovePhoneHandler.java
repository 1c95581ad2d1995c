// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.settings.VoiceFields;
import io.patchbay.channel.voice.settings.VoiceHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes a phone's account. */
@Component(service = CommandHandler.class)
public final class RemovePhoneHandler extends VoiceHandler<VoiceCommand.RemovePhone> {
    @Activate
    public RemovePhoneHandler(@Reference VoiceComponent voice) {
        super(VoiceCommand.RemovePhone.class, "phone.remove", VoiceFields::removedPhone, voice);
    }
}
