// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.camel.api.Routes;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings routes to the console; it stays, empty, while their host is away. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class RoutesContribution implements ViewContribution {
    private final AtomicReference<Routes> routes = new AtomicReference<>();

    /** Made by the container. */
    public RoutesContribution() {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setRoutes(Routes came) {
        routes.set(came);
    }

    public void unsetRoutes(Routes gone) {
        routes.compareAndSet(gone, null);
    }

    @Override
    public String path() {
        return "integration";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(RoutesContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "transfer";
    }

    @Override
    public int order() {
        return 920;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(RouteCommand.PERMISSION, Permissions.OPERATE);
    }

    @Override
    public Component create(ViewContext context) {
        return new RoutesView(() -> Optional.ofNullable(routes.get()), context);
    }
}
