// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that is wrong with a table, by line. */
final class Problems {
    private static final int SHOWN = 20;

    private final Map<Integer, Problem> byLine = new TreeMap<>();

    Problems(Map<Integer, String> unreadable) {
        unreadable.forEach((line, why) -> byLine.put(line, new Problem("bad-line", why, why)));
    }

    void add(int line, Problem problem) {
        byLine.putIfAbsent(line, problem);
    }

    /** Refused if anything is wrong, or if there is nothing. */
    Optional<CommandResult> refusal(boolean empty) {
        if (byLine.isEmpty() && !empty) {
            return Optional.empty();
        } else if (byLine.isEmpty()) {
            return Optional.of(
                    new Refused(Kind.INVALID, new Problem("empty-table", "The table has no entries.", "表格中没有条目。")));
        }
        return Optional.of(new Refused(
                Kind.INVALID,
                new Problem(
                        "bad-lines",
                        byLine.entrySet().stream()
                                .limit(SHOWN)
                                .map(one -> "Line " + one.getKey() + ": "
                                        + one.getValue().english())
                                .collect(Collectors.joining("\n")),
                        byLine.entrySet().stream()
                                .limit(SHOWN)
                                .map(one -> "第 " + one.getKey() + " 行："
                                        + one.getValue().chinese())
                                .collect(Collectors.joining("\n")))));
    }
}
