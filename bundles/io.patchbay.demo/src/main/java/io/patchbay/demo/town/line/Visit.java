// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.town.folk.Matter;
import io.patchbay.demo.town.folk.Resident;
import java.util.Optional;

/**
 * Why a resident gets in touch.
 *
 * @param channel how
 * @param guest whether he comes to the queues of the demo's named people, where a person answers and takes his time
 */
public record Visit(Resident who, Matter matter, ChannelKey channel, boolean guest) {
    /** What he says. */
    public Optional<String> says(int number) {
        return matter.line(who.language(), Matter.Who.CUSTOMER, number);
    }

    /** What Patchbay shall know him by: the start of an address, or for a chat his name. */
    public String key() {
        return switch (channel.value()) {
            case "chat" -> "name:" + who.name();
            case "email" -> "mailto:" + who.mail();
            default -> "tel:" + who.phone();
        };
    }
}
