// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.security;

import com.vaadin.flow.component.Component;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Brings everybody's own security: {@code /me}, reached from the personal menu. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class SecurityContribution implements ViewContribution {
    private final AccountSecurity security;

    @Activate
    public SecurityContribution(@Reference AccountSecurity security) {
        this.security = security;
    }

    @Override
    public String path() {
        return "me";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(Console.class, locale).get("me.security");
    }

    @Override
    public String icon() {
        return "shield";
    }

    /** Not in the rail. */
    @Override
    public int order() {
        return -1;
    }

    @Override
    public Set<String> permissions() {
        return Set.of();
    }

    @Override
    public Component create(ViewContext context) {
        return new SecurityView(security, context);
    }
}
