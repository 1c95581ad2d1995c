// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.Component;
import io.patchbay.api.agent.Agents;
import io.patchbay.demo.api.Town;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings the town to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class, enabled = false)
public final class TownContribution implements ViewContribution {
    private final AtomicReference<Town> town = new AtomicReference<>();
    private final Agents agents;

    @Activate
    public TownContribution(@Reference Agents agents) {
        this.agents = agents;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTown(Town came) {
        town.set(came);
    }

    void unsetTown(Town gone) {
        town.compareAndSet(gone, null);
    }

    @Override
    public String path() {
        return "town";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(TownContribution.class, locale).get("town.title");
    }

    @Override
    public String icon() {
        return "org";
    }

    @Override
    public int order() {
        return 950;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(TownCommand.PERMISSION);
    }

    @Override
    public Component create(ViewContext context) {
        return new TownView(() -> Optional.ofNullable(town.get()), agents, context);
    }
}
