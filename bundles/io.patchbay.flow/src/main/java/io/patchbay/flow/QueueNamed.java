// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.spi.command.CommandHook;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A queue is not removed while a rule of tiers or an entry of a list leads to it. */
@Component
public final class QueueNamed implements CommandHook {
    private final TierComponent tiers;
    private final ListComponent lists;

    @Activate
    public QueueNamed(@Reference TierComponent tiers, @Reference ListComponent lists) {
        this.tiers = tiers;
        this.lists = lists;
    }

    @Override
    public Optional<CommandResult> before(Actor actor, Command command) {
        return command instanceof QueueCommand.RemoveQueue remove ? refusal(remove.queue()) : Optional.empty();
    }

    private Optional<CommandResult> refusal(QueueId queue) {
        Optional<CommandResult> rule = tiers.book()
                .naming(queue)
                .map(naming -> refused(Problem.of(
                        "queue-in-rule",
                        "The rule {1} of tiers names {0}. Change the rule first.",
                        "客户等级规则 {1} 使用了队列 {0}，请先修改规则。",
                        queue.value(),
                        naming.id())));
        return rule.or(() -> lists.entries(Scope.system()).stream()
                .filter(one -> one.entry().rule().queue().filter(queue::equals).isPresent())
                .findFirst()
                .map(one -> refused(Problem.of(
                        "queue-in-list",
                        "An entry of a list leads to {0}. Change the entry first.",
                        "名单条目使用了队列 {0}，请先修改条目。",
                        queue.value()))));
    }

    private static CommandResult refused(Problem problem) {
        return new CommandResult.Refused(CommandResult.Kind.CONFLICT, problem);
    }
}
