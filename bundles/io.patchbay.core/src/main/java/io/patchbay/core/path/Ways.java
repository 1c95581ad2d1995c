// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import java.util.Optional;

/** By which way a message of ours goes. */
final class Ways {
    private final Surroundings around;

    Ways(Surroundings around) {
        this.around = around;
    }

    /** A way, or why there is none. An absent way without a refusal is the contact's own live line. */
    record Choice(Optional<MessageEvent.Way> way, Optional<CommandResult> refusal) {
        static Choice of(MessageEvent.Way way) {
            return new Choice(Optional.of(way), Optional.empty());
        }

        static Choice no(CommandResult refusal) {
            return new Choice(Optional.empty(), Optional.of(refusal));
        }
    }

    /** The way of an agent's message in a contact. */
    Choice of(LiveInteraction contact, InteractionCommand.SendMessage command) {
        ChannelKey channel = command.by()
                .map(InteractionCommand.OtherWay::channel)
                .orElse(contact.contact().channel());
        if (!command.attachments().isEmpty()
                && around.channel(channel).filter(Channel::attachments).isEmpty()) {
            return Choice.no(Refusals.noFiles(channel));
        }
        return command.by()
                .map(by -> to(by.channel(), Optional.empty(), by.to(), by.subject()))
                .orElseGet(() -> contact.byLetter()
                        ? Choice.of(own(contact.contact()))
                        : new Choice(Optional.empty(), Optional.empty()));
    }

    static MessageEvent.Way own(Interaction.Contact contact) {
        boolean inbound = contact.direction() == Direction.INBOUND;
        return new MessageEvent.Way(
                contact.channel(),
                (inbound ? contact.to() : contact.from()).map(Ways::seal),
                (inbound ? contact.from() : contact.to()).map(Ways::seal),
                contact.subject().map(Confidential.Clear::new));
    }

    /** The way to an address, from one of our accounts. */
    Choice to(ChannelKey key, Optional<Address> from, Address to, Optional<String> subject) {
        Channel channel = around.channel(key).filter(Channel::letters).orElse(null);
        if (channel == null) {
            return Choice.no(Refusals.noLetters(key));
        }
        Optional<Address> ours = channel.accounts().stream()
                .map(ChannelAccount::address)
                .flatMap(Optional::stream)
                .filter(address -> from.map(address::equals).orElse(true))
                .findFirst();
        return ours.map(address -> Choice.of(new MessageEvent.Way(
                        key, Optional.of(seal(address)), Optional.of(seal(to)), subject.map(Confidential.Clear::new))))
                .orElseGet(() -> Choice.no(Refusals.noAccount(key)));
    }

    private static Confidential seal(Address address) {
        return new Confidential.Clear(address.text());
    }
}
