// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.settings.api.ConfigChange;
import io.patchbay.settings.api.ConfigChange.Outlook;
import io.patchbay.settings.api.ConfigPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Plans and results of the configuration in words. */
final class ConfigWords {
    private ConfigWords() {}

    static String of(ConfigPlan plan) {
        List<String> lines = new ArrayList<>();
        plan.faults()
                .forEach(one -> lines.add("FAULT line " + one.line() + ", column " + one.column() + ": "
                        + one.problem().english()));
        plan.changes().forEach(one -> lines.addAll(lines(one)));
        if (plan.empty()) {
            lines.add("No differences");
        } else if (!plan.faults().isEmpty()) {
            lines.add("Nothing can be done before the faults are mended");
        }
        return String.join("\n", lines);
    }

    private static List<String> lines(ConfigChange change) {
        List<String> lines = new ArrayList<>();
        String line = change.line() == 0 ? "" : "  (line " + change.line() + ")";
        lines.add(change.sign() + " " + change.part() + "/" + change.id() + line);
        if (change.outlook() instanceof Outlook.Blocked blocked) {
            lines.add("    CANNOT BE: " + blocked.problem().english());
        } else if (change.outlook() instanceof Outlook.Review) {
            lines.add("    becomes a proposal for review");
        }
        if (change.sign().equals("~")) {
            Map<String, Object> before = change.before().orElse(Map.of());
            Map<String, Object> after = change.after().orElse(Map.of());
            TreeSet<String> names = new TreeSet<>(before.keySet());
            names.addAll(after.keySet());
            names.forEach(name -> lines.add("    " + name + ": " + before.getOrDefault(name, "(none)") + " -> "
                    + after.getOrDefault(name, "(none)")));
        }
        return lines;
    }

    /** What an import or a restore gave; a refusal is an error of the shell's command. */
    static String of(Map<String, Object> result) {
        StringBuilder text = new StringBuilder();
        List<?> refused = (List<?>) result.getOrDefault("refused", List.of());
        for (Object one : refused) {
            Map<?, ?> no = (Map<?, ?>) one;
            text.append("REFUSED ").append(no.get("part")).append('/').append(no.get("id"));
            text.append(" (line ")
                    .append(no.get("line"))
                    .append("): ")
                    .append(no.get("english"))
                    .append('\n');
        }
        for (String what : List.of("added", "changed", "removed", "proposed")) {
            text.append(what).append(' ').append(result.getOrDefault(what, 0)).append("  ");
        }
        if (refused.isEmpty()) {
            return text.toString().stripTrailing();
        }
        text.append("refused ").append(refused.size()).append("  put back ").append(result.getOrDefault("putBack", 0));
        throw new IllegalStateException(text.toString());
    }
}
