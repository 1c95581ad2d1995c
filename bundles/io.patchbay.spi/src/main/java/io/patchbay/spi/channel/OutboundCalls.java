// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** How a channel calls customers: the narrow door out of {@link Channel#outbound()}. Safe for any thread. */
@ConsumerType
public interface OutboundCalls {
    /**
     * Whether a number may be called, by the numbering plan and by our own rules. Answers at once.
     *
     * @param number as the customer gave it, or E.164
     * @param queue whose number would be shown
     * @return the number to call, or why not
     */
    Checked check(String number, QueueId queue);

    /**
     * The number of ours that is shown to whom a queue calls. Answers at once.
     *
     * @param queue for which queue
     * @return the number; empty if none leads to the queue
     */
    Optional<Address> shown(QueueId queue);

    /**
     * A party that is to be called. Nothing is dialled yet and nothing is kept for it. Returns at once.
     *
     * <p>The core rings an agent by {@link ChannelSession#offer}; {@link ChannelSession#connect} is told when he has
     * accepted and means: dial, once. The channel answers by {@code PartyReached} or {@code PartyNotReached}; after the
     * latter the agent's device is let go and the same session may be offered again.
     *
     * @param call whom and for whom
     * @param sink where to report
     * @return the party
     */
    ChannelSession session(Call call, SignalSink sink);

    /**
     * Begins a call between colleagues: the session rings and connects the agent who calls; whom he calls is rung by
     * its {@link ChannelSession#conference()}. Nobody else is dialled.
     *
     * @param call the interaction
     * @param sink where it is told what happens
     * @return the session; empty if the channel cannot
     */
    default Optional<ChannelSession> between(InteractionId call, SignalSink sink) {
        return Optional.empty();
    }

    /** Whether a number may be called. */
    sealed interface Checked {
        /**
         * It may.
         *
         * @param number the number, E.164
         */
        record Good(Address.PhoneNumber number) implements Checked {}

        /**
         * It may not.
         *
         * @param problem why, for whoever asked
         */
        record Refused(Problem problem) implements Checked {}
    }

    /**
     * A call to be made.
     *
     * @param interaction for which contact
     * @param to whom
     * @param queue whose number is shown
     */
    record Call(InteractionId interaction, Address.PhoneNumber to, QueueId queue) {}
}
