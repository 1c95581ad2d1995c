// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the call bar shows in one state.
 *
 * @param label the bar's name for screen readers
 * @param look classes of the theme: {@code offer}, {@code viol}, or none
 * @param told the words at the left
 * @param meaning what the buttons are for; as long as it is the same they stay, so that no press is lost and no popover
 *     closes because words beside them changed
 * @param buttons makes those at the right; hang-up is always the last
 */
record BarFace(
        String label, String look, List<Component> told, List<Object> meaning, Supplier<List<Component>> buttons) {}
