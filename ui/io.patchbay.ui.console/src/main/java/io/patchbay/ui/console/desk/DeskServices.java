// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.spi.channel.Channel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the desk reads.
 *
 * @param agents desks, colleagues
 * @param interactions contacts and messages
 * @param queues names, codes
 * @param live figures of queues
 * @param customers who they are
 * @param attachments where files are kept before they are sent
 * @param calls running calls and phones
 * @param channels the channels that are there
 * @param outward whom agents may call
 * @param frequent the numbers that are called often; none while voice is away
 * @param answers the canned answers; none while that feature is away
 */
record DeskServices(
        Agents agents,
        Interactions interactions,
        Queues queues,
        LiveQueues live,
        Customers customers,
        Attachments attachments,
        CallFeed calls,
        Supplier<List<Channel>> channels,
        Outward outward,
        Supplier<Optional<FrequentNumbers>> frequent,
        Supplier<List<CannedAnswer>> answers) {
    /** A channel that is there. */
    Optional<Channel> channel(ChannelKey key) {
        return channels.get().stream()
                .filter(channel -> channel.key().equals(key))
                .findFirst();
    }
}
