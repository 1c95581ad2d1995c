// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.id.UserId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.channel.OutboundCalls.Checked;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** For which queues an agent may call out now, and what is presented. */
final class Outward {
    private final BiFunction<Scope, UserId, List<QueueSettings>> served;
    private final Supplier<List<Channel>> channels;

    /** {@code served} are the queues that an agent serves, {@code channels} those that are there. */
    Outward(BiFunction<Scope, UserId, List<QueueSettings>> served, Supplier<List<Channel>> channels) {
        this.served = served;
        this.channels = channels;
    }

    /**
     * A queue to call for.
     *
     * @param queue the queue
     * @param shown the number that the called one sees
     */
    record Line(QueueSettings queue, Address shown) {}

    private Optional<OutboundCalls> calls() {
        return channels.get().stream()
                .flatMap(channel -> channel.outbound().stream())
                .findFirst();
    }

    /** Whether anybody can be called at all. */
    boolean open() {
        return calls().isPresent();
    }

    /** The queues an agent serves. */
    List<QueueSettings> served(Scope scope, UserId agent) {
        return served.apply(scope, agent);
    }

    List<Line> lines(Scope scope, UserId agent) {
        return calls().stream()
                .flatMap(calls -> served.apply(scope, agent).stream()
                        .flatMap(queue -> calls.shown(queue.id()).map(shown -> new Line(queue, shown)).stream()))
                .toList();
    }

    /** Whether a number may be called for a queue; empty if nobody can be called any more. */
    Optional<Checked> check(String number, Line line) {
        return calls().map(calls -> calls.check(number, line.queue().id()));
    }
}
