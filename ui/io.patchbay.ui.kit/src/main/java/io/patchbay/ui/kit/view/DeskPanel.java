// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.view;

import com.vaadin.flow.component.Component;
import io.patchbay.api.interaction.Interaction;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** A panel at the right of the agent desk, about the contact in front; registered as a service. */
@ConsumerType
public interface DeskPanel {
    /**
     * Where it stands.
     *
     * @return smaller is higher; the customer card has 100
     */
    int order();

    /**
     * Its name, for the words shown if it fails.
     *
     * @param locale the reader's
     * @return a few characters
     */
    String title(Locale locale);

    /**
     * Makes the panel for one contact; called again when the contact or its customer changes. It must not wait: what is
     * slow goes through {@link ViewContext#load}.
     *
     * @param contact the contact
     * @param context the window and its reader
     * @return the panel
     */
    Component create(Interaction contact, ViewContext context);
}
