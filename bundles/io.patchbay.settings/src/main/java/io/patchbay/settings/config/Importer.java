// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.settings.api.ConfigChange;
import io.patchbay.settings.api.ConfigChange.Outlook;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.config.YamlIn.Item;
import io.patchbay.spi.config.ConfigPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries a plan out, item by item, each by its own command. A part in which something is refused is put back as it
 * was; parts done before stay. The same import again does only what is left.
 */
public final class Importer {
    private final Inventory inventory;
    private final Commands commands;
    private final Actor actor;
    private final List<Map<String, Object>> refused = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** The actor's rights are asked for at each item. */
    public Importer(Inventory inventory, Commands commands, Actor actor) {
        this.inventory = inventory;
        this.commands = commands;
        this.actor = actor;
    }

    /** Waits until all is done. The plan has no faults. */
    public Map<String, Object> carryOut(ConfigPlan plan, YamlIn.Parsed text) {
        Map<String, List<ConfigChange>> steps = new LinkedHashMap<>();
        for (ConfigChange change : plan.changes()) {
            boolean removal = change.after().isEmpty();
            steps.computeIfAbsent((removal ? "-" : "+") + change.part(), name -> new ArrayList<>())
                    .add(change);
        }
        for (List<ConfigChange> step : steps.values()) {
            ConfigPart part = inventory.part(step.get(0).part()).orElseThrow();
            part(part, step, text.parts().getOrDefault(part.name(), Map.of()));
        }
        Map<String, Object> result = new HashMap<>();
        for (String what : List.of("added", "changed", "removed", "proposed", "putBack")) {
            result.put(what, counts.getOrDefault(what, 0));
        }
        result.put("refused", List.copyOf(refused));
        return result;
    }

    private void part(ConfigPart part, List<ConfigChange> step, Map<String, Item> items) {
        Map<String, Map<String, Object>> before = Plain.items(part.items());
        Deque<ConfigChange> done = new ArrayDeque<>();
        List<ConfigChange> left = new ArrayList<>(step);
        Map<String, CommandResult.Refused> reasons = new LinkedHashMap<>();
        boolean further = true;
        while (further && !left.isEmpty()) { // an item may need another of its part, such as a unit the one above it
            List<ConfigChange> tried = List.copyOf(left);
            left.clear();
            for (ConfigChange change : tried) {
                CommandResult result = run(part, change, items);
                if (result instanceof CommandResult.Refused no) {
                    reasons.put(change.id(), no);
                    left.add(change);
                } else if (result instanceof CommandResult.Proposed) {
                    count("proposed");
                } else {
                    done.push(change);
                }
            }
            further = left.size() < tried.size();
        }
        left.forEach(change -> note(change, reasons.get(change.id())));
        boolean whole = left.stream().allMatch(change -> change.outlook() instanceof Outlook.Blocked);
        done.forEach(change -> {
            if (whole) {
                count(change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "changed");
            } else {
                putBack(part, change, before);
            }
        });
    }

    private CommandResult run(ConfigPart part, ConfigChange change, Map<String, Item> items) {
        if (change.outlook() instanceof Outlook.Blocked blocked) {
            return new CommandResult.Refused(CommandResult.Kind.FORBIDDEN, blocked.problem());
        }
        return change.after().isEmpty()
                ? run(part.removeCommand().orElseThrow(), part.removing(change.id()))
                : run(
                        part.saveCommand(),
                        part.saving(change.id(), items.get(change.id()).fields()));
    }

    private CommandResult run(String command, Map<String, Object> body) {
        return commands.execute(actor, command, body, "").toCompletableFuture().join();
    }

    /** What never can be removed again, such as a unit, stays; the next import finds it there. */
    private void putBack(ConfigPart part, ConfigChange change, Map<String, Map<String, Object>> before) {
        if (change.before().isPresent()) {
            run(part.saveCommand(), part.saving(change.id(), before.get(change.id())));
        } else {
            part.removeCommand().ifPresent(remove -> run(remove, part.removing(change.id())));
        }
        count("putBack");
    }

    private void note(ConfigChange change, CommandResult.Refused no) {
        refused.add(Map.of(
                "part", change.part(),
                "id", change.id(),
                "line", change.line(),
                "english", no.problem().english(),
                "chinese", no.problem().chinese()));
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
