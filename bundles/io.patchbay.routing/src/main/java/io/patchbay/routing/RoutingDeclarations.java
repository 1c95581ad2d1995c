// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.settings.ParameterType;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The words of routing's journal entries. */
@Component
public final class RoutingDeclarations implements Declarations {
    /** Made by the container. */
    public RoutingDeclarations() {}

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("queue.saved", 1, "Queue {queue} saved", "队列 {queue} 已保存"),
                new EventWords("queue.removed", 1, "Queue {queue} removed", "队列 {queue} 已删除"),
                new EventWords("skill.saved", 1, "Skill {skill} saved", "技能 {skill} 已保存"),
                new EventWords("skill.removed", 1, "Skill {skill} removed", "技能 {skill} 已删除"),
                new EventWords("matrix.saved", 1, "What may come beside {doing} saved", "可与“{doing}”并行的工作已保存"),
                new EventWords("code.saved", 1, "Code {key} saved", "代码 {key} 已保存"));
    }

    @Override
    public List<ParameterType> parameters() {
        return QueueDefaults.types();
    }
}
