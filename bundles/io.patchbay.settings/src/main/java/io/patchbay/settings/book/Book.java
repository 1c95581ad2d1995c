// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Change;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.store.RevisionRow;
import io.patchbay.settings.store.RevisionTable;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings: read from memory, changed by adding a state to their history. */
public final class Book {
    private final RevisionTable table;
    private final List<RevisionRow.Kept> beginning;
    private final Around around;
    private final InstantSource clock;
    private volatile Library now;

    /** {@code beginning} is what is there without any change. */
    public Book(RevisionTable table, List<RevisionRow.Kept> beginning, Around around, InstantSource clock) {
        this.table = table;
        this.beginning = List.copyOf(beginning);
        this.around = around;
        this.clock = clock;
        this.now = new Library(beginning, table.all());
    }

    /** What is so now. */
    public Library now() {
        return now;
    }

    /** Newest first. */
    public List<Revision> history(SettingKind kind, String id) {
        List<Revision> newest = new ArrayList<>(now.history(kind, id));
        java.util.Collections.reverse(newest);
        return newest;
    }

    /** What a command would make of a setting; empty if it takes it away. */
    public Optional<Map<String, Object>> then(SettingCommand command) {
        if (command instanceof SettingCommand.Save save) {
            return Optional.of(save.content());
        }
        List<Revision> history = now.history(command.kind(), command.id());
        return command instanceof SettingCommand.Undo && history.size() > 1
                ? history.get(history.size() - 2).content()
                : Optional.empty();
    }

    /** Why a command cannot be carried out; empty if it can. */
    public Optional<Problem> against(SettingCommand command) {
        Rules rules = new Rules(now, around);
        if (command instanceof SettingCommand.Save save) {
            return rules.against(save);
        } else if (command instanceof SettingCommand.Undo) {
            if (now.history(command.kind(), command.id()).stream().noneMatch(one -> one.number() > 0)) {
                return Rules.no("nothing-to-undo", "{0} was never changed.", "{0} 从未修改过，无可撤销。", command.id());
            }
            Optional<Map<String, Object>> then = then(command);
            return then.isPresent()
                    ? rules.against(Contents.save(command.kind(), command.id(), then.get()))
                    : rules.against(command.kind(), command.id());
        }
        return rules.against(command.kind(), command.id());
    }

    /** Carries a command out; one at a time, so that checks hold until the change is committed. */
    public synchronized CommandResult carryOut(Actor actor, SettingCommand command, String key) {
        Optional<Problem> problem = against(command);
        if (problem.isPresent()) {
            return new Refused(kind(command, problem.get()), problem.get());
        }
        Optional<Map<String, Object>> before = now.content(command.kind(), command.id());
        Optional<Map<String, Object>> after = then(command);
        if (before.equals(after)) {
            return new Done();
        }
        List<Revision> history = now.history(command.kind(), command.id());
        int number = history.isEmpty() ? 1 : history.get(history.size() - 1).number() + 1;
        Revision revision = new Revision(number, clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.text(), after);
        table.add(command.kind(), command.id(), revision, entry(actor, command, before, after, revision), key);
        now = new Library(beginning, table.all());
        return new Done();
    }

    private static Kind kind(SettingCommand command, Problem problem) {
        if (problem.code().equals("unknown-" + command.kind().wire())) {
            return Kind.NOT_FOUND;
        }
        return problem.code().endsWith("-in-use") ? Kind.CONFLICT : Kind.INVALID;
    }

    private JournalDraft entry(
            Actor actor,
            SettingCommand command,
            Optional<Map<String, Object>> before,
            Optional<Map<String, Object>> after,
            Revision revision) {
        String what = command instanceof SettingCommand.Undo
                ? "undone"
                : command instanceof SettingCommand.Remove ? "removed" : "saved";
        boolean hidden = sensitive(command);
        Map<String, Object> body = new TreeMap<>();
        body.put(command.kind().idField(), command.id());
        if (!hidden) {
            body = Change.of(before.orElse(Map.of()), after.orElse(Map.of())).into(body);
        }
        return JournalDraft.act(revision.at(), command.kind().wire() + "." + what, actor, unit(command), body);
    }

    private boolean sensitive(SettingCommand command) {
        return command.kind() == SettingKind.PARAMETER
                && type(command.id())
                        .filter(type -> type.traits().contains(ParameterType.Trait.SENSITIVE))
                        .isPresent();
    }

    /** The parameter of an id with or without a place. */
    public Optional<ParameterType> type(String id) {
        return around.types().stream()
                .filter(type -> id.equals(type.key()) || id.startsWith(type.key() + "@"))
                .findFirst();
    }

    /** A setting as it is; no fields if it is not there. */
    public Map<String, Object> present(SettingCommand command) {
        return now.content(command.kind(), command.id()).orElse(Map.of());
    }

    /** Whose thing it is. */
    public static UnitId unit(SettingCommand command) {
        if (command.kind() != SettingKind.PARAMETER) {
            return UnitId.ROOT;
        }
        return Contents.parameter(command.id(), Map.of()).place().unit().orElse(UnitId.ROOT);
    }
}
