// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.demo.api.FirstSteps;
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

/** Brings the first steps to the console; whoever takes contacts and has not gone them lands there. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class, enabled = false)
public final class StartContribution implements ViewContribution {
    private final AtomicReference<FirstSteps> steps = new AtomicReference<>();
    private final Agents agents;
    private final People people;

    @Activate
    public StartContribution(@Reference Agents agents, @Reference People people) {
        this.agents = agents;
        this.people = people;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSteps(FirstSteps came) {
        steps.set(came);
    }

    void unsetSteps(FirstSteps gone) {
        steps.compareAndSet(gone, null);
    }

    @Override
    public String path() {
        return "start";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(StartContribution.class, locale).get("start.title");
    }

    @Override
    public String icon() {
        return "star";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.AGENT);
    }

    @Override
    public boolean welcomes(UserId user) {
        boolean takesContacts = people.person(Scope.system(), user)
                .filter(person -> !person.work().capacity().isEmpty())
                .isPresent();
        return takesContacts
                && Optional.ofNullable(steps.get())
                        .filter(there -> !there.tour(user).done())
                        .isPresent();
    }

    @Override
    public Component create(ViewContext context) {
        return new StartView(() -> Optional.ofNullable(steps.get()), agents, context);
    }
}
