// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The words of the channel's journal entries. */
@Component
public final class SmsDeclarations implements Declarations {
    /** Made by the container. */
    public SmsDeclarations() {}

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("sms.optedOut", 1, "A number opted out of our SMS by {word}", "号码以“{word}”退订短信"),
                new EventWords("sms.optedIn", 1, "A number opted in to our SMS by {word}", "号码以“{word}”恢复接收短信"));
    }
}
