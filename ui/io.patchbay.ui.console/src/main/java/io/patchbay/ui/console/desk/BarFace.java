// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * What the call bar shows in one state.
 *
 * @param label the bar's name for screen readers
 * @param look classes of the theme: {@code offer}, {@code viol}, or none
 * @param told the words at the left
 * @param buttons at the right; hang-up is always the last
 */
record BarFace(String label, String look, List<Component> told, List<Component> buttons) {}
