// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.settings.VoiceFields;
import io.patchbay.channel.voice.settings.VoiceHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds or changes a phone's account. */
@Component(service = CommandHandler.class)
public final class SavePhoneHandler extends VoiceHandler<VoiceCommand.SavePhone> {
    @Activate
    public SavePhoneHandler(@Reference VoiceComponent voice) {
        super(VoiceCommand.SavePhone.class, "phone.save", VoiceFields::phone, voice);
    }
}
