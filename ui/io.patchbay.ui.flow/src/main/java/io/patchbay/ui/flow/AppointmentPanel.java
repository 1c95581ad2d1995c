// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.flow;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.flow.api.Appointments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Locale;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Times agreed with the customer in front, and agreeing another. */
@org.osgi.service.component.annotations.Component(service = DeskPanel.class)
public final class AppointmentPanel implements DeskPanel {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Appointments appointments;

    @Override
    public int order() {
        return 160;
    }

    @Override
    public String title(Locale locale) {
        return Words.of(AppointmentPanel.class, locale).get("appointments");
    }

    @Override
    public Component create(Interaction contact, ViewContext context) {
        Div panel = Shape.box("ctxs");
        panel.getElement().setAttribute("data-testid", "appointments");
        Appointments now = appointments; // gone while its bundle comes or goes
        if (now != null && context.scope().may(Appointments.BOOK)) {
            new Booked(now, panel, contact, context).show();
        }
        return panel;
    }
}
