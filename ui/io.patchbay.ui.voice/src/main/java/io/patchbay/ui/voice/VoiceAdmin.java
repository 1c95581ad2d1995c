// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the view reads.
 *
 * @param people who has which extension
 * @param queues where numbers lead
 * @param voice the voice channel's settings, while it is there
 * @param frequent the numbers that are called often, while voice is there
 * @param channels the channels there are now
 */
record VoiceAdmin(
        People people,
        Queues queues,
        Supplier<Optional<VoiceSettings>> voice,
        Supplier<Optional<FrequentNumbers>> frequent,
        Supplier<List<Channel>> channels) {
    Optional<Person> owner(Scope scope, String extension) {
        return people.people(scope).stream()
                .filter(person -> person.extension().equals(Optional.of(extension)))
                .findFirst();
    }

    String queue(Scope scope, QueueId id) {
        return queues.queue(scope, id).map(QueueSettings::name).orElse(id.value());
    }

    List<ChannelAccount> trunks() {
        return channels.get().stream()
                .filter(channel -> channel.key().value().equals("voice"))
                .flatMap(channel -> channel.accounts().stream())
                .toList();
    }
}
