// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.monitor;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.alarm.Alarms;
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

/** Brings alarms to the console; it stays, empty, while whoever keeps them is away. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class AlarmsContribution implements ViewContribution {
    private final AtomicReference<Alarms> alarms = new AtomicReference<>();

    /** Made by the container. */
    public AlarmsContribution() {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setAlarms(Alarms came) {
        alarms.set(came);
    }

    public void unsetAlarms(Alarms gone) {
        alarms.compareAndSet(gone, null);
    }

    @Override
    public String path() {
        return "alarms";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(AlarmsContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public int order() {
        return 940;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Alarms.SEE, Permissions.SUPERVISE, Permissions.OPERATE);
    }

    @Override
    public Component create(ViewContext context) {
        return new AlarmsView(() -> Optional.ofNullable(alarms.get()), context);
    }
}
