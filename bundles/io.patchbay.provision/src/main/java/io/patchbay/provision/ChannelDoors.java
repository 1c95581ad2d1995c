// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.provision.api.ChannelCommand;
import io.patchbay.provision.channel.Channels;
import io.patchbay.provision.channel.Draining;
import io.patchbay.spi.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Closes and opens channels by hand. */
final class ChannelDoors {
    private final Channels channels;
    private final Draining draining;
    private final Trace trace;

    ChannelDoors(Channels channels, Draining draining, Trace trace) {
        this.channels = channels;
        this.draining = draining;
        this.trace = trace;
    }

    CompletionStage<CommandResult> carryOut(Actor actor, ChannelCommand wish) {
        if (wish instanceof ChannelCommand.Drain drain) {
            return channels.find(drain.channel())
                    .map(channel -> drain(actor, channel, drain.end()))
                    .orElseGet(() -> unknown(drain.channel()));
        } else if (wish instanceof ChannelCommand.Open open) {
            return channels.find(open.channel())
                    .map(channel -> open(actor, channel))
                    .orElseGet(() -> unknown(open.channel()));
        }
        throw new AssertionError(wish);
    }

    private CompletionStage<CommandResult> drain(Actor actor, Channel channel, boolean end) {
        draining.begin(List.of(channel));
        long live = channel.live();
        if (end) {
            channel.end("ended by " + actor.text());
        }
        Map<String, Object> body = Map.of("channel", channel.key().value(), "live", live, "end", end);
        return trace.write(actor, "channel.drained", body, body);
    }

    private CompletionStage<CommandResult> open(Actor actor, Channel channel) {
        draining.end(List.of(channel.key()), List.of(channel));
        return trace.write(
                actor, "channel.opened", Map.of("channel", channel.key().value()), Map.of());
    }

    private static CompletionStage<CommandResult> unknown(ChannelKey key) {
        return CompletableFuture.completedStage(new CommandResult.Refused(
                CommandResult.Kind.NOT_FOUND,
                Problem.of("unknown-channel", "There is no channel \"{0}\".", "没有渠道“{0}”。", key.value())));
    }
}
