// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.kit.part.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A small line of figures, solid for what was and dashed for what is expected; drawn by a clip path, without script.
 */
final class Curve extends Span {
    private static final double LOW = 86;
    private static final double HIGH = 14;

    private final Span was = Shape.text("was", "");
    private final Span will = Shape.text("will", "");

    Curve() {
        addClassName("curve");
        getElement().setAttribute("role", "img");
        add(was, will);
    }

    /** Draws past figures and the one expected after them; {@code label} says the same to a screen reader. */
    void show(List<Integer> past, int expected, String label) {
        getElement().setAttribute("aria-label", label);
        int most = Math.max(
                expected, past.stream().mapToInt(Integer::intValue).max().orElse(0));
        int last = past.isEmpty() ? 0 : past.get(past.size() - 1);
        was.getStyle().set("clip-path", line(past, most));
        will.getStyle().set("clip-path", line(List.of(last, expected), most));
    }

    private static String line(List<Integer> figures, int most) {
        List<Double> across = new ArrayList<>();
        for (int at = 0; at < figures.size(); at++) {
            across.add(figures.size() == 1 ? 0 : 100.0 * at / (figures.size() - 1));
        }
        return line(across, figures, most);
    }

    /** There above the figures and back below them: a line one and a half pixels wide; {@code across} in percent. */
    static String line(List<Double> across, List<Integer> figures, int most) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int at = 0; at < figures.size(); at++) {
            if (level(figures, at)) {
                continue;
            }
            double x = across.get(at);
            double y = LOW - (most == 0 ? 0 : (LOW - HIGH) * figures.get(at) / most);
            above.add(String.format(Locale.ROOT, "%.1f%% calc(%.1f%% - .8px)", x, y));
            below.add(String.format(Locale.ROOT, "%.1f%% calc(%.1f%% + .8px)", x, y));
        }
        Collections.reverse(below);
        above.addAll(below);
        return "polygon(" + String.join(",", above) + ")";
    }

    /** Whether it lies between two of its kind, so that the line needs no corner there. */
    private static boolean level(List<Integer> figures, int at) {
        return at > 0
                && at < figures.size() - 1
                && figures.get(at).equals(figures.get(at - 1))
                && figures.get(at).equals(figures.get(at + 1));
    }
}
