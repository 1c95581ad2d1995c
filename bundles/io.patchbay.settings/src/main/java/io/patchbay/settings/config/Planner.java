// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.Problem;
import io.patchbay.settings.api.ConfigChange;
import io.patchbay.settings.api.ConfigChange.Outlook;
import io.patchbay.settings.api.ConfigFault;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.config.YamlIn.Item;
import io.patchbay.settings.config.YamlIn.Parsed;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination.Review;
import io.patchbay.spi.config.ConfigPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes plans: what an import would do, in which order, and what of it cannot be. Changes nothing. */
public final class Planner {
    private final Inventory inventory;
    private final Map<String, CommandHandler<?>> handlers;

    /** {@code handlers} by wire name. */
    public Planner(Inventory inventory, Map<String, CommandHandler<?>> handlers) {
        this.inventory = inventory;
        this.handlers = handlers;
    }

    /** The difference between two texts; nothing of it is checked. */
    public static ConfigPlan compare(String from, String to) {
        Parsed one = YamlIn.read(from);
        Parsed other = YamlIn.read(to);
        List<ConfigFault> faults = new ArrayList<>(one.faults());
        faults.addAll(other.faults());
        Map<String, Map<String, Item>> all = new LinkedHashMap<>(one.parts());
        other.parts().forEach(all::putIfAbsent);
        List<ConfigChange> changes = new ArrayList<>();
        all.keySet().forEach(part -> {
            Map<String, Map<String, Object>> before = new LinkedHashMap<>();
            one.parts().getOrDefault(part, Map.of()).forEach((id, item) -> before.put(id, Plain.fields(item.fields())));
            Comparison comparison = new Comparison(part, before, other.parts().getOrDefault(part, Map.of()));
            changes.addAll(comparison.saves());
            changes.addAll(comparison.removals());
        });
        return new ConfigPlan(faults, changes);
    }

    /** What an import would do. */
    public ConfigPlan plan(Parsed parsed, boolean remove, Actor actor) {
        List<ConfigFault> faults = new ArrayList<>(parsed.faults());
        parsed.parts().forEach((name, items) -> {
            if (inventory.part(name).isEmpty()) {
                items.values().stream().limit(1).forEach(item -> faults.add(unknownPart(name, item)));
            }
        });
        List<ConfigChange> saves = new ArrayList<>();
        List<ConfigChange> removals = new ArrayList<>();
        for (ConfigPart part : inventory.ordered()) {
            Map<String, Item> items = parsed.parts().get(part.name());
            if (items != null) {
                Comparison comparison = new Comparison(part.name(), Plain.items(part.items()), items);
                comparison
                        .saves()
                        .forEach(change -> saves.add(save(part, change, items.get(change.id()), actor, faults)));
                List<ConfigChange> gone = remove ? comparison.removals() : List.of();
                removals.addAll(
                        0,
                        gone.stream()
                                .map(change -> removal(part, change, actor))
                                .toList());
            }
        }
        saves.addAll(removals);
        return new ConfigPlan(faults, saves);
    }

    private ConfigFault unknownPart(String name, Item item) {
        return new ConfigFault(
                Math.max(1, item.line() - 1),
                1,
                Problem.of(
                        "unknown-part",
                        "Nothing installed has the part \"{0}\". Known parts: {1}. Install its feature or take it out.",
                        "没有已安装的功能包含“{0}”。已有：{1}。请安装相应功能或去掉此部分。",
                        name,
                        String.join(", ", inventory.names())));
    }

    /** An item that its command cannot read is a fault of the text. */
    private ConfigChange save(ConfigPart part, ConfigChange change, Item item, Actor actor, List<ConfigFault> faults) {
        CommandHandler<?> handler = handlers.get(part.saveCommand());
        if (handler == null) {
            return blocked(change, noHandler(part.saveCommand()));
        }
        try {
            return outlook(handler, part.saving(change.id(), item.fields()), change, actor);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            faults.add(new ConfigFault(
                    item.line(),
                    item.column(),
                    Problem.of(
                            "bad-item",
                            "{0}/{1}: {2}.",
                            "{0}/{1}：{2}。",
                            part.name(),
                            change.id(),
                            String.valueOf(e.getMessage()))));
            return change;
        }
    }

    /** What becomes of a step: it needs a right, and perhaps reviews. */
    private static <C extends Command> ConfigChange outlook(
            CommandHandler<C> handler, Map<String, Object> body, ConfigChange change, Actor actor) {
        C command = handler.read(body);
        if (!(actor instanceof Actor.Person person)) {
            return change;
        } else if (!person.scope().may(handler.permission())) {
            return with(change, new Outlook.Blocked(forbidden(handler.permission())));
        }
        boolean reviewed = handler.examine(actor, command)
                .filter(one -> one.review() != Review.NONE)
                .isPresent();
        return reviewed ? with(change, new Outlook.Review()) : change;
    }

    private ConfigChange removal(ConfigPart part, ConfigChange change, Actor actor) {
        Optional<String> command = part.removeCommand();
        if (command.isEmpty()) {
            return blocked(
                    change,
                    Problem.of(
                            "never-removed",
                            "{0} are never removed. Retire or disable {1} instead.",
                            "{0} 不能删除，请改为停用 {1}。",
                            part.name(),
                            change.id()));
        }
        CommandHandler<?> handler = handlers.get(command.get());
        if (handler == null) {
            return blocked(change, noHandler(command.get()));
        }
        return outlook(handler, part.removing(change.id()), change, actor);
    }

    private static Problem noHandler(String command) {
        return Problem.of("no-handler", "Nothing installed handles {0}.", "没有已安装的功能可以处理 {0}。", command);
    }

    private static Problem forbidden(String permission) {
        return Problem.of("forbidden", "You lack the right {0}.", "您缺少权限 {0}。", permission);
    }

    private static ConfigChange blocked(ConfigChange change, Problem problem) {
        return with(change, new Outlook.Blocked(problem));
    }

    private static ConfigChange with(ConfigChange change, Outlook outlook) {
        return new ConfigChange(change.part(), change.id(), change.before(), change.after(), change.line(), outlook);
    }
}
