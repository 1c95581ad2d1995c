// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.access;

import com.vaadin.flow.component.Component;
import io.patchbay.api.people.People;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.spi.event.Declarations;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Brings other people's sessions and second factors, and the accounts of programs. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class AccessContribution implements ViewContribution {
    private final People people;
    private final AccountSecurity security;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Declarations> declarations = List.of();

    @Activate
    public AccessContribution(@Reference People people, @Reference AccountSecurity security) {
        this.people = people;
        this.security = security;
    }

    @Override
    public String path() {
        return "access";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(AccessContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "lock";
    }

    @Override
    public int order() {
        return 905;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(AccountSecurity.ASSIST, AccountSecurity.SERVICES);
    }

    @Override
    public Component create(ViewContext context) {
        return new AccessView(new Access(people, security, () -> declarations), context);
    }
}
