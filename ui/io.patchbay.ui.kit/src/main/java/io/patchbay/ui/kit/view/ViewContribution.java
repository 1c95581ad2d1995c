// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.view;

import com.vaadin.flow.component.Component;
import io.patchbay.api.id.UserId;
import java.util.Locale;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view that a bundle brings to the console, registered as a service. It comes and goes live: the rail follows at
 * once, and an open view whose bundle leaves says so.
 */
@ConsumerType
public interface ViewContribution {
    /**
     * The first segment of its addresses.
     *
     * @return lower-case letters, for example {@code floor}
     */
    String path();

    /**
     * The name in the rail and in the top bar.
     *
     * @param locale the reader's
     * @return two to four characters in Chinese, one or two words in English
     */
    String title(Locale locale);

    /**
     * The icon in the rail.
     *
     * @return a name of the theme's icon set, for example {@code pulse}
     */
    String icon();

    /**
     * Where in the rail it stands.
     *
     * @return smaller is higher; the desk has 100, the floor 200, records 300, reports 600, administration 900; a
     *     negative one stands not in the rail but is reached from elsewhere
     */
    int order();

    /**
     * Whether it shows personal things of customers or staff: such a view carries a watermark with the viewer's
     * account.
     *
     * @return false unless the view says otherwise
     */
    default boolean sensitive() {
        return false;
    }

    /**
     * Who may open it.
     *
     * @return permissions of which one is enough; empty lets everyone
     */
    Set<String> permissions();

    /**
     * Whether somebody who signs in shall land here rather than where his work is, for example a newcomer.
     *
     * @param user who signs in
     * @return false, unless the view says otherwise; asked in the window's UI thread, answers at once
     */
    default boolean welcomes(UserId user) {
        return false;
    }

    /**
     * Makes the view for one window. Called in the window's UI thread.
     *
     * @param context the window and its reader
     * @return the view; one that is {@link FollowsAddress} is told of each change of the address below its path
     */
    Component create(ViewContext context);
}
