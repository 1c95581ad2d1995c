// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.spi.command.CommandHook;
import io.patchbay.spi.routing.RoutingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Strategies of plug-ins come and go; health, and so an alarm, names those that were cut off or are missing. */
@Component(
        service = {HealthPart.class, CommandHook.class},
        immediate = true)
public final class PlugInStrategies implements HealthPart, CommandHook {
    /** Service property: the id by which queues name a strategy. */
    static final String ID = "patchbay.strategy";

    private static final String PART = "strategy";
    private static final Logger log = LoggerFactory.getLogger(PlugInStrategies.class);

    private final StrategyBook book;

    @Activate
    public PlugInStrategies(@Reference RoutingComponent routing) {
        this(routing.strategies());
    }

    PlugInStrategies(StrategyBook book) {
        this.book = book;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addStrategy(RoutingStrategy strategy, Map<String, Object> properties) {
        if (properties.get(ID) instanceof String id) {
            book.add(id, strategy);
        } else {
            log.warn("Routing strategy {} is not used: it has no service property {}", strategy, ID);
        }
    }

    void removeStrategy(RoutingStrategy strategy, Map<String, Object> properties) {
        if (properties.get(ID) instanceof String id) {
            book.remove(id, strategy);
        }
    }

    /** An administrator who chooses a strategy gives it another chance. */
    @Override
    public void after(Actor actor, Command command, CommandResult result) {
        if (command instanceof QueueCommand.SaveQueue save && result instanceof CommandResult.Done) {
            book.chosen(save.queue().rules().strategy());
        }
    }

    @Override
    public Health health() {
        return new Health(PART, Level.UP, Optional.empty());
    }

    @Override
    public List<Health> lines() {
        List<Health> lines = new ArrayList<>();
        book.cutOff()
                .forEach((id, reason) -> lines.add(wrong(
                        id,
                        Problem.of(
                                "strategy-cut-off",
                                "Routing strategy {0} is cut off, {1} decides: {2}. Update its plug-in, or save a queue"
                                        + " that names it.",
                                "路由策略 {0} 已被停用，由 {1} 代替：{2}。请更新插件，或重新保存使用它的队列。",
                                id,
                                QueueRules.SLACK_FIRST,
                                reason))));
        book.missing()
                .forEach(id -> lines.add(wrong(
                        id,
                        Problem.of(
                                "strategy-missing",
                                "There is no routing strategy {0}; {1} decides. Install its plug-in, or choose another"
                                        + " for the queue.",
                                "没有路由策略 {0}，由 {1} 代替。请安装插件，或为队列选择其他策略。",
                                id,
                                QueueRules.SLACK_FIRST))));
        lines.add(health());
        return lines;
    }

    private static Health wrong(String id, Problem problem) {
        return new Health(PART + ":" + id, Level.DEGRADED, Optional.of(problem));
    }
}
