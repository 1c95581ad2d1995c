// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.ConfigFault;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.config.ConfigPart;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The configuration of the whole centre: out as a text, in by a plan. */
public final class Centre {
    private static final Actor SETTINGS = new Actor.Part("settings");

    private final Around around;
    private final RestorePoints points;
    private final IntSupplier pointsKept;
    private final Told told;
    private final InstantSource clock;

    /** What bundles bring. */
    public record Around(
            Supplier<? extends Collection<ConfigPart>> parts,
            Supplier<? extends Collection<CommandHandler<?>>> handlers,
            Supplier<Optional<Commands>> commands) {}

    /** Writes an entry into the journal, with the command's key and result. */
    public interface Told {
        /** Waits until it is committed. */
        void write(JournalDraft entry, String key, Map<String, Object> result);
    }

    public Centre(Around around, RestorePoints points, IntSupplier pointsKept, Told told, InstantSource clock) {
        this.around = around;
        this.points = points;
        this.pointsKept = pointsKept;
        this.told = told;
        this.clock = clock;
    }

    public RestorePoints points() {
        return points;
    }

    private Inventory inventory() {
        return new Inventory(around.parts().get());
    }

    public String export() {
        return YamlOut.write(inventory().everything());
    }

    public ConfigPlan compare(String from, String to) {
        return Planner.compare(from, to);
    }

    public ConfigPlan plan(String text, boolean remove, Scope scope) {
        return plan(
                YamlIn.read(text),
                remove,
                scope.reader().<Actor>map(user -> new Actor.Person(user, scope)).orElse(SETTINGS));
    }

    /** What an import of items that were read elsewhere would do. */
    public ConfigPlan plan(YamlIn.Parsed parsed, boolean remove, Actor actor) {
        Map<String, CommandHandler<?>> handlers = new HashMap<>();
        around.handlers().get().forEach(one -> handlers.put(one.name(), one));
        return new Planner(inventory(), handlers).plan(parsed, remove, actor);
    }

    /** The items of one part as they are. */
    public Map<String, Map<String, Object>> items(String part) {
        return inventory().part(part).map(one -> Plain.items(one.items())).orElse(Map.of());
    }

    /** Tells the journal. */
    public void tell(Actor actor, String type, Map<String, Object> body) {
        told.write(entry(actor, type, body), "", Map.of());
    }

    /** Carries a command out; one at a time. Waits. */
    public synchronized CommandResult carryOut(Actor actor, ConfigCommand command, String key) {
        if (command instanceof ConfigCommand.Import wanted) {
            return bring(actor, YamlIn.read(wanted.text()), wanted.remove(), "import", "config.imported", key);
        } else if (command instanceof ConfigCommand.Restore wanted) {
            Optional<String> text = points.text(wanted.point());
            return text.isPresent()
                    ? bring(actor, YamlIn.read(text.get()), true, wanted.point(), "config.restored", key)
                    : new Refused(
                            Kind.NOT_FOUND,
                            Problem.of(
                                    "unknown-point",
                                    "There is no restore point {0}. patchbay:config-points lists them.",
                                    "没有还原点 {0}，可用 patchbay:config-points 查看。",
                                    wanted.point()));
        } else if (command instanceof ConfigCommand.Export) {
            String text = export();
            told.write(entry(actor, "config.exported", Map.of("bytes", text.length())), "", Map.of());
            return new Done(Map.of("text", text));
        } else if (command instanceof ConfigCommand.KeepPoint wanted) {
            return new Done(Map.of("point", keep(actor, wanted.note(), key)));
        }
        throw new AssertionError(command);
    }

    /** Keeps a restore point of what is so now. */
    String keep(Actor actor, String note, String key) {
        String name = points.keep(export(), clock.instant(), note, pointsKept.getAsInt());
        told.write(entry(actor, "config.kept", Map.of("point", name)), key, Map.of("point", name));
        return name;
    }

    /** Brings items that were read elsewhere in; what they lack stays. */
    public synchronized CommandResult bring(Actor actor, YamlIn.Parsed parsed, String name, String key) {
        return bring(actor, parsed, false, name, name + ".imported", key);
    }

    private CommandResult bring(
            Actor actor, YamlIn.Parsed parsed, boolean remove, String name, String type, String key) {
        ConfigPlan plan = plan(parsed, remove, actor);
        Optional<Commands> commands = around.commands().get();
        if (!plan.faults().isEmpty()) {
            return new Refused(Kind.INVALID, words(plan.faults()));
        } else if (commands.isEmpty()) {
            return new Refused(
                    Kind.UNAVAILABLE, Problem.of("starting", "Patchbay is starting. Try again.", "Patchbay 正在启动，请重试。"));
        } else if (plan.changes().isEmpty()) {
            return new Done(Map.of("added", 0, "changed", 0, "removed", 0, "refused", List.of()));
        }
        String point = keep(actor, "before-" + name, "");
        Map<String, Object> result =
                new HashMap<>(new Importer(inventory(), commands.get(), actor).carryOut(plan, parsed));
        result.put("point", point);
        Map<String, Object> body = new HashMap<>(result);
        body.put("point", type.equals("config.restored") ? name : point);
        told.write(entry(actor, type, body), key, result);
        return new Done(result);
    }

    private static Problem words(List<ConfigFault> faults) {
        ConfigFault first = faults.get(0);
        return Problem.of(
                "bad-configuration",
                "Line {0}, column {1}: {2} {3} in all; nothing was changed.",
                "第 {0} 行第 {1} 列：{4} 共 {3} 处错误，未作任何更改。",
                Integer.toString(first.line()),
                Integer.toString(first.column()),
                first.problem().english(),
                Integer.toString(faults.size()),
                first.problem().chinese());
    }

    private JournalDraft entry(Actor actor, String type, Map<String, Object> body) {
        return JournalDraft.act(clock.instant(), type, actor, UnitId.ROOT, body);
    }
}
