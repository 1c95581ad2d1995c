// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.spi.config.ConfigPart;
import io.patchbay.spi.config.TextPart;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Numbers in the configuration's text; phones are not, for a phone is nothing without its password. */
final class VoiceParts {
    private VoiceParts() {}

    /** {@code numbers}. */
    @Component(service = ConfigPart.class)
    public static final class Numbers extends TextPart {
        @Activate
        public Numbers(@Reference VoiceComponent voice) {
            super(new Name("numbers", "number"), Set.of("queues"), true, () -> numbers(new SettingsComponent(voice)));
        }
    }

    private static Map<String, Map<String, Object>> numbers(VoiceSettings voice) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        for (DialledNumber number : voice.numbers()) {
            items.put(
                    number.number(),
                    Map.of(
                            "queue", number.queue().value(),
                            "language", number.language(),
                            "greeting", number.greeting(),
                            "record", number.rules().record(),
                            "notice", number.rules().notice(),
                            "staffNumber", number.rules().staffNumber(),
                            "positionSeconds", number.rules().positionSeconds(),
                            "mustRecord", number.rules().mustRecord()));
        }
        return items;
    }
}
