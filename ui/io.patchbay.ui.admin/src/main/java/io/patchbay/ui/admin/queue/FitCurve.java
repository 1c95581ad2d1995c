// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws how many people fit over the wait, as SVG with the theme's colours. */
final class FitCurve {
    private static final int LEFT = 40;
    private static final int RIGHT = 960;
    private static final int TOP = 20;
    private static final int FLOOR = 122;
    private final StringBuilder svg = new StringBuilder();
    private final List<Point> points;
    private final int end;
    private final int most;

    /**
     * Where a step begins.
     *
     * @param from seconds of wait
     * @param fit people who fit from there on
     * @param bad whether something is wrong with the step
     */
    record Point(int from, int fit, boolean bad) {}

    /**
     * The words in it.
     *
     * @param second the unit behind a number on the lower axis
     * @param goal at the goal's line
     * @param people behind a number of people
     * @param label what it shows, for people who do not see it
     */
    record Captions(String second, String goal, String people, String label) {}

    FitCurve(List<Point> points) {
        this.points = points;
        int last = points.get(points.size() - 1).from();
        end = Math.max(60, (last * 5 / 4 + 59) / 60 * 60);
        most = Math.max(4, (points.stream().mapToInt(Point::fit).max().orElse(0) + 3) / 4 * 4);
    }

    /** Draws steps in order, the first from 0 s; empty while times are wrong. */
    static Optional<String> draw(List<Point> points, int goal, Captions words) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).from() <= points.get(i - 1).from()) {
                return Optional.empty();
            }
        }
        return Optional.of(new FitCurve(points).svg(goal, words));
    }

    private String svg(int goal, Captions words) {
        add("<svg viewBox='0 0 980 150' class='rx' role='img' aria-label='%s'>", escaped(words.label()));
        for (int i = 0; i <= 4; i++) {
            double y = y(most * i / 4.0);
            add("<line x1='40' x2='960' y1='%.1f' y2='%.1f' class='gr'/>", y, y);
            add("<text x='32' y='%.1f' text-anchor='end'>%d</text>", y + 4, most * i / 4);
            add("<text x='%.1f' y='142' text-anchor='middle'>", x(end * i / 4.0));
            add("%d %s</text>", end * i / 4, escaped(words.second()));
        }
        curve();
        if (goal < end) {
            add("<line x1='%.1f' x2='%.1f' y1='12' y2='122' class='go'/>", x(goal), x(goal));
            add("<text x='%.1f' y='14' class='dk'>%s</text>", x(goal) + 6, escaped(words.goal()));
        }
        for (int i = 0; i < points.size(); i++) {
            add("<text x='%.1f' y='%.1f' ", (x(points.get(i).from()) + x(until(i))) / 2, label(i));
            add("text-anchor='middle' class='nm'>%d %s</text>", points.get(i).fit(), escaped(words.people()));
        }
        return svg.append("</svg>").toString();
    }

    private void curve() {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.bad()) {
                double from = x(point.from());
                add("<rect x='%.1f' y='12' width='%.1f' height='110' class='ba'/>", from, x(until(i)) - from);
            }
            path.add(format("V%.1fH%.1f", y(point.fit()), x(until(i))));
        }
        String line = String.join("", path);
        add("<path d='M40 122%sV122Z' class='fi'/>", line);
        add("<path d='M40 %.1f%s' class='li'/>", y(points.get(0).fit()), line);
    }

    private int until(int index) {
        return index + 1 < points.size() ? points.get(index + 1).from() : end;
    }

    /** Above the line; below it where there is no room. */
    private double label(int index) {
        double y = y(points.get(index).fit());
        return y < TOP + 20 ? y + 18 : y - 8;
    }

    private double x(double seconds) {
        return LEFT + (RIGHT - LEFT) * seconds / end;
    }

    private double y(double people) {
        return FLOOR - (FLOOR - TOP) * people / most;
    }

    private void add(String format, Object... values) {
        svg.append(format(format, values));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
