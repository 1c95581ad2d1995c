// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.ChannelKey;

/** Reads addresses as routes have them: in their text form, as a bare number or mail address, or the channel's own. */
final class Addresses {
    private Addresses() {}

    static Address read(String text, ChannelKey channel) {
        String value = text.strip();
        if (value.matches("\\+[1-9][0-9]{2,14}")) {
            return new Address.PhoneNumber(value);
        } else if (value.matches("[^\\s@:]+@[^\\s@]+")) {
            return new Address.EmailAddress(value);
        } else if (value.matches("[a-z][a-z0-9-]{0,31}:.+")) {
            return Address.parse(value);
        }
        return new Address.Handle(channel.value(), value);
    }
}
