// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.Alarms;
import io.patchbay.api.floor.PastFloor;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings the wallboard to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class FloorContribution implements ViewContribution {
    private static final int REMEMBERED = 500;

    private final Floor floor;
    private final SharedFloor shared;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Alarms alarms;

    @Activate
    public FloorContribution(
            @Reference LiveQueues live,
            @Reference Queues queues,
            @Reference Agents agents,
            @Reference Interactions interactions,
            @Reference Journal journal,
            @Reference People people,
            @Reference PastFloor past) {
        floor = new Floor(
                live,
                queues,
                agents,
                interactions,
                new Reasons(journal, people, queues),
                this::open,
                this::former,
                past);
        shared = new SharedFloor(floor);
    }

    private List<Alarm> open() {
        Alarms now = alarms; // gone while its bundle comes or goes
        return now == null ? List.of() : now.open();
    }

    private List<Alarm> former() {
        Alarms now = alarms;
        return now == null ? List.of() : now.past(REMEMBERED);
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
        return new FloorView(floor, shared, context);
    }
}
