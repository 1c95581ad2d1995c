// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.queue.Queues;
import io.patchbay.reporting.api.Reports;
import io.patchbay.trace.api.Exports;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings the reports to the console; without the reporting service the view says that it is away. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class ReportingContribution implements ViewContribution {
    private final Queues queues;
    private final Agents agents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Reports reports;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Exports exports;

    @Activate
    public ReportingContribution(@Reference Queues queues, @Reference Agents agents) {
        this.queues = queues;
        this.agents = agents;
    }

    @Override
    public String path() {
        return "reports";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(ReportingContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "chart";
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.REPORTS);
    }

    @Override
    public Component create(ViewContext context) {
        return new ReportsView(
                new Sources(() -> Optional.ofNullable(reports), queues, agents, () -> Optional.ofNullable(exports)),
                context);
    }
}
