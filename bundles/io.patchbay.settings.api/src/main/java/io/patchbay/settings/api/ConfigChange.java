// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.command.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One difference between two configurations, or one step of a plan.
 *
 * @param part the kind of thing, for example {@code queues}
 * @param id which
 * @param before its fields so far, only those that differ; empty if it is new
 * @param after its fields then, only those that differ; empty if it goes
 * @param line of the text in which the item begins, from 1; 0 if it is not in the text
 * @param outlook whether it can be done
 */
public record ConfigChange(
        String part,
        String id,
        Optional<Map<String, Object>> before,
        Optional<Map<String, Object>> after,
        int line,
        Outlook outlook) {
    public ConfigChange {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(outlook, "outlook");
    }

    /** Whether a step can be done. */
    public sealed interface Outlook {
        /** It can. */
        record Fine() implements Outlook {}

        /** It becomes a proposal that other people review. */
        record Review() implements Outlook {}

        /**
         * It cannot.
         *
         * @param problem why, and what to do
         */
        record Blocked(Problem problem) implements Outlook {}
    }

    /**
     * What it is in one character.
     *
     * @return {@code +} new, {@code ~} changed, {@code -} gone
     */
    public String sign() {
        return before.isEmpty() ? "+" : after.isEmpty() ? "-" : "~";
    }
}
