// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Builds the shapes of the theme: elements with class names. */
public final class Shape {
    private Shape() {}

    /**
     * A block.
     *
     * @param classes names of the theme
     * @param children what is in it
     * @return the block
     */
    public static Div box(String classes, Component... children) {
        Div box = new Div(children);
        name(box, classes);
        return box;
    }

    /**
     * A block of text.
     *
     * @param classes names of the theme
     * @param text what it says
     * @return the block
     */
    public static Div box(String classes, String text) {
        Div box = box(classes);
        box.setText(text);
        return box;
    }

    /**
     * Words in a line.
     *
     * @param classes names of the theme
     * @param text what they say
     * @return the words
     */
    public static Span text(String classes, String text) {
        Span span = line(classes);
        span.setText(text);
        return span;
    }

    /**
     * Parts in a line.
     *
     * @param classes names of the theme
     * @param children the parts
     * @return the line
     */
    public static Span line(String classes, Component... children) {
        Span span = new Span(children);
        name(span, classes);
        return span;
    }

    /**
     * An element of any kind.
     *
     * @param tag its tag
     * @param classes names of the theme, may be empty
     * @param children what is in it
     * @return the element
     */
    public static HtmlContainer tag(String tag, String classes, Component... children) {
        HtmlContainer element = new HtmlContainer(tag);
        element.add(children);
        name(element, classes);
        return element;
    }

    /**
     * An element with text.
     *
     * @param tag its tag
     * @param classes names of the theme, may be empty
     * @param text what it says
     * @return the element
     */
    public static HtmlContainer tag(String tag, String classes, String text) {
        HtmlContainer element = tag(tag, classes);
        element.setText(text);
        return element;
    }

    /**
     * An icon, which says nothing to a screen reader.
     *
     * @param name of the icon set, may be followed by size classes, for example {@code chat b14}
     * @return the icon
     */
    public static Component icon(String name) {
        HtmlContainer icon = tag("i", "i i-" + name);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /**
     * A badge: icon and word.
     *
     * @param tone {@code ok}, {@code wa}, {@code er}, {@code pr}, {@code vi}, {@code gold} or empty
     * @param icon a name of the icon set; empty for none
     * @param word what it says
     * @return the badge
     */
    public static Span badge(String tone, String icon, String word) {
        Span badge = line(("bd " + tone).trim());
        if (!icon.isEmpty()) {
            badge.add(icon(icon));
        }
        badge.add(new com.vaadin.flow.component.Text(word));
        return badge;
    }

    /**
     * A round mark with the first character of a name.
     *
     * @param size {@code l}, {@code s} or empty
     * @param name whose
     * @return the mark; its tint follows the name
     */
    public static Span avatar(String size, String name) {
        String[] tints = {"", "g", "v", "a", "n"};
        String tint = name.isEmpty() ? "n" : tints[Math.floorMod(name.hashCode(), tints.length)];
        String first = name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
        Span avatar = text(("av " + size + " " + tint).trim().replace("  ", " "), first);
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }

    /**
     * A count in a pill.
     *
     * @param tone {@code er}, {@code pr} or empty
     * @param count the count
     * @return the pill
     */
    public static Span count(String tone, long count) {
        return text(("cnt " + tone).trim(), String.valueOf(count));
    }

    /**
     * A key cap.
     *
     * @param key its name
     * @return the cap
     */
    public static Span key(String key) {
        return text("kbd", key);
    }

    /**
     * Room that takes what is left.
     *
     * @return the room
     */
    public static Span space() {
        return line("sp");
    }

    /**
     * A meter with a goal mark.
     *
     * @param tone {@code ok}, {@code wa}, {@code er} or empty
     * @param share how full, 0.0 to 1.0
     * @param goal where the mark stands, 0.0 to 1.0; less than 0 for none
     * @return the meter
     */
    public static Span meter(String tone, double share, double goal) {
        HtmlContainer fill = tag("i", "");
        fill.getStyle().set("width", percent(share));
        Span meter = line(("bar " + tone).trim(), fill);
        if (goal >= 0) {
            HtmlContainer mark = tag("b", "");
            mark.getStyle().set("left", percent(goal));
            meter.add(mark);
        }
        return meter;
    }

    private static String percent(double share) {
        return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10.0 + "%";
    }

    /**
     * A message of one sentence with an icon.
     *
     * @param tone {@code pr}, {@code wa}, {@code er} or {@code ok}
     * @param icon a name of the icon set
     * @param words what it says
     * @return the message
     */
    public static Div tip(String tone, String icon, String words) {
        return box("tip " + tone, icon(icon), text("", words));
    }

    /**
     * A name and value pair of a list of facts.
     *
     * @param name the name
     * @param value its value
     * @return both, for a {@code dl} element
     */
    public static Component[] fact(String name, Component value) {
        return new Component[] {tag("dt", "", name), tag("dd", "", value)};
    }

    private static void name(HasStyle element, String classes) {
        if (!classes.isBlank()) {
            element.addClassNames(classes.strip().split("\\s+"));
        }
    }
}
