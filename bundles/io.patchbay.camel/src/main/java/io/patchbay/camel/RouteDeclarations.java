// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.camel.api.RouteCommand;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The permission routes ask for and the words of their journal entries. */
@Component
public final class RouteDeclarations implements Declarations {
    /** Made by the container. */
    public RouteDeclarations() {}

    @Override
    public List<PermissionType> permissions() {
        return List.of(new PermissionType(
                RouteCommand.PERMISSION, "Start and stop routes, replay and drop dead letters", "启停路由，重发和删除死信"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("route.started", 1, "Routes of {context} started", "{context} 的路由已启动"),
                new EventWords("route.stopped", 1, "Routes of {context} stopped", "{context} 的路由已停止"),
                new EventWords("deadletter.replayed", 1, "Dead letter {id} sent again", "死信 {id} 已重发"),
                new EventWords("deadletter.dropped", 1, "Dead letter {id} dropped", "死信 {id} 已删除"));
    }
}
