// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;

/** What stands where nothing is yet: empty lists, things that load, pages that are not there. */
public final class Vacant {
    private static final String LINES =
            "<svg viewBox='0 0 160 104' fill='none' stroke='currentColor' stroke-width='1.7' stroke-linecap='round' "
                    + "stroke-linejoin='round' opacity='.55'><rect x='26' y='16' width='108' height='64' rx='8'/><path d='M26 66h108M66 92h28M80 80v12'/>"
                    + "<circle cx='56' cy='40' r='7'/><circle cx='104' cy='40' r='7'/><path d='M63 40c10 22 24 22 34 0' stroke-dasharray='3 4'/></svg>";

    private Vacant() {}

    /**
     * A large empty state.
     *
     * @param title what is so
     * @param words why, and what comes next
     * @param actions what can be done
     * @return the state
     */
    public static Div page(String title, String words, Component... actions) {
        Div vacant = Shape.box("empty", new Svg(LINES), Shape.tag("b", "", title));
        if (!words.isEmpty()) {
            vacant.add(Shape.tag("p", "", words));
        }
        vacant.add(actions);
        return vacant;
    }

    /**
     * A small empty state in a list or box.
     *
     * @param words what is so
     * @return the state
     */
    public static Div small(String words) {
        return Shape.box("empty small", Shape.text("t2", words));
    }

    /**
     * Lines in place of what is being read; they appear after 300 ms.
     *
     * @param lines how many
     * @return the lines
     */
    public static Div loading(int lines) {
        Div loading = Shape.box("sks");
        loading.getElement().setAttribute("aria-hidden", "true");
        String[] widths = {"w60", "w80", "w40"};
        for (int i = 0; i < lines; i++) {
            loading.add(Shape.box("sk " + widths[i % widths.length]));
        }
        return loading;
    }
}
