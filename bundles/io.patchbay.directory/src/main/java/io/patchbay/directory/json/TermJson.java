// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.json;

import io.patchbay.api.people.StaffTerm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A post, level, group or field as JSON values. */
public final class TermJson {
    private TermJson() {}

    /** All of a term. */
    public static Map<String, Object> of(StaffTerm term) {
        Map<String, Object> body = new TreeMap<>();
        body.put("kind", term.kind().wire());
        body.put("id", term.id());
        body.put("english", term.english());
        body.put("chinese", term.chinese());
        body.put("order", term.order());
        if (term.kind() == StaffTerm.Kind.FIELD) {
            body.put("type", term.type().wire());
            body.put("required", term.required());
            body.put("choices", List.<Object>copyOf(term.choices()));
        }
        return body;
    }

    /** Reads a term. */
    public static StaffTerm term(PeopleFields fields) {
        return new StaffTerm(
                kind(fields),
                fields.text("id"),
                fields.text("english"),
                fields.text("chinese"),
                fields.number("order", 0),
                one(StaffTerm.Type.class, "type", fields.maybeText("type").orElse("text")),
                fields.flag("required", false),
                fields.texts("choices"));
    }

    /** Reads its kind. */
    public static StaffTerm.Kind kind(PeopleFields fields) {
        return one(StaffTerm.Kind.class, "kind", fields.text("kind"));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the field \"" + field + "\" must be one of "
                            + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT) + " but is " + text,
                    e);
        }
    }
}
