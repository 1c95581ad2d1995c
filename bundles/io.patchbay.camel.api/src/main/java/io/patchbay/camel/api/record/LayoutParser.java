// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the description of a layout from left to right. */
final class LayoutParser {
    private static final Pattern TEXT = Pattern.compile("\\s*(\\w+):text\\((\\d{1,4})\\)");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\w+):number\\((\\d{1,2})(?:,\\s*(\\d{1,2}))?\\)");
    private static final Pattern GROUP = Pattern.compile("\\s*(\\w+):(\\w+)\\{");
    private static final Pattern END = Pattern.compile("\\s*}");

    private final String description;
    private int place;

    LayoutParser(String description) {
        this.description = description.strip();
    }

    List<Field> fields() {
        List<Field> fields = some();
        if (place < description.length() || fields.isEmpty()) {
            throw new IllegalArgumentException("not a field: \"" + description.substring(place) + "\"");
        }
        return fields;
    }

    private List<Field> some() {
        List<Field> fields = new ArrayList<>();
        Matcher found = TEXT.matcher(description);
        while (place < description.length()) {
            if (at(found, TEXT)) {
                fields.add(new Field.Text(found.group(1), number(found, 2)));
            } else if (at(found, NUMBER)) {
                int decimals = found.group(3) == null ? 0 : number(found, 3);
                fields.add(new Field.Digits(found.group(1), number(found, 2), decimals));
            } else if (at(found, GROUP)) {
                fields.add(group(found.group(1), found.group(2), fields));
            } else {
                return fields;
            }
        }
        return fields;
    }

    private Field group(String name, String count, List<Field> before) {
        if (before.stream()
                .noneMatch(
                        field -> field instanceof Field.Digits && field.name().equals(count))) {
            throw new IllegalArgumentException(
                    "group \"" + name + "\" is counted by \"" + count + "\", which is no number before it");
        }
        List<Field> inside = some();
        Matcher end = END.matcher(description);
        if (!at(end, END)) {
            throw new IllegalArgumentException("group \"" + name + "\" is not closed");
        }
        return new Field.Group(name, count, List.copyOf(inside));
    }

    private boolean at(Matcher matcher, Pattern pattern) {
        matcher.usePattern(pattern).region(place, description.length());
        if (matcher.lookingAt()) {
            place = matcher.end();
            return true;
        }
        return false;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
