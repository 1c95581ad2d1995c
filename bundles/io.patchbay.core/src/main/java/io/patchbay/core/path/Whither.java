// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.channel.OutboundCalls.Checked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** For which queue an agent calls somebody, and whether he may: its number is presented, its rules count. */
final class Whither {
    private final Known known;
    private final Predicate<QueueId> his;
    private final OutboundCalls calls;

    /** {@code his} are the queues that are decided about where the agent is. */
    Whither(Known known, Predicate<QueueId> his, OutboundCalls calls) {
        this.known = known;
        this.his = his;
        this.calls = calls;
    }

    /** A queue and a number, or why not. */
    record Way(Optional<CommandResult> refusal, Optional<QueueSettings> queue, Optional<Address.PhoneNumber> number) {
        private static Way no(CommandResult refusal) {
            return new Way(Optional.of(refusal), Optional.empty(), Optional.empty());
        }
    }

    Way way(OutboundCommand.Dial command, UserId agent) {
        if (command.queue().isPresent()) {
            return known.queue(command.queue().get())
                    .map(queue -> his.test(queue.id())
                            ? of(command.number(), queue)
                            : Way.no(Refusals.notYourQueue(queue.id())))
                    .orElseGet(
                            () -> Way.no(Refusals.unknownQueue(command.queue().get())));
        }
        List<Way> ways =
                served(agent).stream().map(queue -> of(command.number(), queue)).toList();
        return ways.stream()
                .filter(way -> way.refusal().isEmpty())
                .findFirst()
                .or(() -> ways.stream().findFirst())
                .orElseGet(() -> Way.no(CallRefusals.noQueueToCallFor()));
    }

    private List<QueueSettings> served(UserId agent) {
        Map<SkillId, Integer> skills =
                known.person(agent).map(person -> person.work().skills()).orElse(Map.of());
        return known.queues().stream()
                .filter(queue -> queue.servedBy(skills) && his.test(queue.id()))
                .toList();
    }

    private Way of(String number, QueueSettings queue) {
        Checked checked = calls.check(number, queue.id());
        return checked instanceof Checked.Good good
                ? new Way(Optional.empty(), Optional.of(queue), Optional.of(good.number()))
                : Way.no(new CommandResult.Refused(CommandResult.Kind.INVALID, ((Checked.Refused) checked).problem()));
    }
}
