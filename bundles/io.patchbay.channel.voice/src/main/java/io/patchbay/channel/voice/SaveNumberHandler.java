// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.settings.VoiceFields;
import io.patchbay.channel.voice.settings.VoiceHandler;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds or changes one of our numbers. */
@Component(service = CommandHandler.class)
public final class SaveNumberHandler extends VoiceHandler<VoiceCommand.SaveNumber> {
    @Activate
    public SaveNumberHandler(@Reference VoiceComponent voice) {
        super(VoiceCommand.SaveNumber.class, "number.save", VoiceFields::number, voice);
    }
}
