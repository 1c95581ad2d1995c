// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import io.patchbay.demo.api.FirstSteps;
import io.patchbay.demo.api.Town;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Lets the views stand in the rail while there is a town, and only then. */
@Component(service = TownGate.class, immediate = true)
public final class TownGate {
    private final ComponentContext context;

    @Activate
    public TownGate(ComponentContext context) {
        this.context = context;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTown(Town came) {
        context.enableComponent(TownContribution.class.getName());
    }

    void unsetTown(Town gone) {
        context.disableComponent(TownContribution.class.getName());
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSteps(FirstSteps came) {
        context.enableComponent(StartContribution.class.getName());
    }

    void unsetSteps(FirstSteps gone) {
        context.disableComponent(StartContribution.class.getName());
    }
}
