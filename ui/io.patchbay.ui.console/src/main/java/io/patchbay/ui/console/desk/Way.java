// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand.OtherWay;
import io.patchbay.spi.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to the customer.
 *
 * @param channel by which channel
 * @param to his address there; empty for the way the contact came
 * @param files whether files can go with it
 * @param subject whether a subject goes with it
 */
record Way(ChannelKey channel, Optional<Address> to, boolean files, boolean subject) {
    private static final ChannelKey SMS = new ChannelKey("sms");
    private static final ChannelKey EMAIL = new ChannelKey("email");

    /** The way the contact came, then those to the other addresses of the customer that a channel reaches. */
    static List<Way> of(Interaction contact, List<Address> addresses, DeskServices services) {
        ChannelKey own = contact.contact().channel();
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(
                own,
                Optional.empty(),
                services.channel(own).filter(Channel::attachments).isPresent(),
                false));
        for (Address address : addresses) {
            Optional<ChannelKey> channel = address instanceof Address.PhoneNumber
                    ? Optional.of(SMS)
                    : address instanceof Address.EmailAddress ? Optional.of(EMAIL) : Optional.empty();
            channel.filter(key -> !key.equals(own))
                    .flatMap(services::channel)
                    .filter(Channel::letters)
                    .ifPresent(there -> ways.add(new Way(
                            there.key(),
                            Optional.of(address),
                            there.attachments(),
                            there.key().equals(EMAIL))));
        }
        return ways;
    }

    Optional<OtherWay> other(String about) {
        return to.map(address ->
                new OtherWay(channel, address, Optional.of(about.strip()).filter(text -> subject && !text.isEmpty())));
    }
}
