// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Brings the wallboard to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class FloorContribution implements ViewContribution {
    private final Floor floor;

    @Activate
    public FloorContribution(
            @Reference LiveQueues live,
            @Reference Queues queues,
            @Reference Agents agents,
            @Reference Interactions interactions) {
        floor = new Floor(live, queues, agents, interactions);
    }

    @Override
    public String path() {
        return "floor";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(FloorContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "pulse";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.FLOOR);
    }

    @Override
    public Component create(ViewContext context) {
        return new FloorView(floor, context);
    }
}
