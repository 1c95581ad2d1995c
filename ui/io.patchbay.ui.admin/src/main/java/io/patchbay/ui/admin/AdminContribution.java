// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Brings administration to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class AdminContribution implements ViewContribution {
    private final Settings settings;

    @Activate
    public AdminContribution(@Reference People people, @Reference Queues queues) {
        settings = new Settings(people, queues);
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
    public Set<String> permissions() {
        return Set.of(Permissions.PEOPLE, Permissions.ROUTING);
    }

    @Override
    public Component create(ViewContext context) {
        return new AdminView(settings, context);
    }
}
