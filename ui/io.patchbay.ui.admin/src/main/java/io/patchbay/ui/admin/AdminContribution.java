// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.approval.Approvals;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.people.StaffTerms;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Replays;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.api.TierRules;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.PermissionType;
import io.patchbay.ui.admin.queue.QueueServices;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings administration to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class AdminContribution implements ViewContribution {
    private final Settings settings;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Declarations> declarations = List.of();

    @Activate
    public AdminContribution(
            @Reference People people,
            @Reference StaffTerms terms,
            @Reference Queues queues,
            @Reference Approvals approvals,
            @Reference Lists lists,
            @Reference TierRules tiers,
            @Reference Agents agents,
            @Reference Interactions interactions,
            @Reference Journal journal,
            @Reference Replays replays) {
        QueueServices editor = new QueueServices(queues, people, agents, interactions, journal, replays);
        settings = new Settings(people, terms, queues, approvals, lists, tiers, editor, this::permissionTypes);
    }

    private List<PermissionType> permissionTypes() {
        return declarations.stream()
                .flatMap(bundle -> bundle.permissions().stream())
                .sorted(Comparator.comparing(PermissionType::key))
                .toList();
    }

    @Override
    public String path() {
        return "admin";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(AdminContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "org";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public boolean sensitive() {
        return true;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                Permissions.PEOPLE, Permissions.ROUTING, Permissions.REVIEW_FIRST, Permissions.REVIEW_FINAL, Lists.SEE);
    }

    @Override
    public Component create(ViewContext context) {
        return new AdminView(settings, context);
    }
}
