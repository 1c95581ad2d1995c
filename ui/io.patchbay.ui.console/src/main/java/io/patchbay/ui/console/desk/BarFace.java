// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the call bar shows in one state.
 *
 * @param label the bar's name for screen readers
 * @param look classes of the theme: {@code offer}, {@code viol}, or none
 * @param told the words at the left
 * @param buttons makes those at the right, in order, by what they are for; as long as that is the same they stay, so
 *     that no press is lost and no popover closes because something beside them changed; hang-up is always the last
 */
record BarFace(String label, String look, List<Component> told, Map<Object, Supplier<Component>> buttons) {
    /** One whose buttons stay or go together. */
    static BarFace whole(
            String label, String look, List<Component> told, List<Object> meaning, Supplier<List<Component>> buttons) {
        return new BarFace(label, look, told, Map.of(meaning, () -> {
            Div all = new Div();
            all.getStyle().set("display", "contents");
            all.add(buttons.get());
            return all;
        }));
    }
}
