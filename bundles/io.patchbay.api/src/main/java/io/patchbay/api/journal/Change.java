// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.journal;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an act of administration changed: only the fields that differ.
 *
 * @param before the fields as they were; a field that was not there is missing
 * @param after the fields as they are; a field that is gone is missing
 */
public record Change(Map<String, Object> before, Map<String, Object> after) {
    public Change {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /**
     * Compares two states.
     *
     * @param before all fields as they were, JSON values; empty if the thing is new
     * @param after all fields as they are; empty if it is gone
     * @return what differs
     */
    public static Change of(Map<String, Object> before, Map<String, Object> after) {
        return new Change(differing(before, after), differing(after, before));
    }

    private static Map<String, Object> differing(Map<String, Object> these, Map<String, Object> those) {
        Map<String, Object> differing = new TreeMap<>();
        these.forEach((field, value) -> {
            if (!Objects.equals(value, those.get(field))) {
                differing.put(field, value);
            }
        });
        return differing;
    }

    /**
     * Whether nothing differs.
     *
     * @return true if both sides are the same
     */
    public boolean none() {
        return before.isEmpty() && after.isEmpty();
    }

    /**
     * Puts itself into an entry's body, under {@code before} and {@code after}.
     *
     * @param body names the thing
     * @return a body with both
     */
    public Map<String, Object> into(Map<String, Object> body) {
        Map<String, Object> whole = new TreeMap<>(body);
        whole.put("before", before);
        whole.put("after", after);
        return whole;
    }
}
