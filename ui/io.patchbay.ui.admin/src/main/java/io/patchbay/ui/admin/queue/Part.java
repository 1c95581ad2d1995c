// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import java.util.List;

/** One part of the editor. Called in the window's UI thread. */
interface Part {
    /** What is shown. */
    Component body();

    /** Shows what the draft comes to after a change, without touching fields that may have the focus. */
    void refresh(List<Fault> faults);
}
