// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Change;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.reply.api.AnswerCommand;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.reply.api.CannedAnswers;
import io.patchbay.reply.store.AnswerTable;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The canned answers: read from memory, changed in their table. */
final class AnswerBook implements CannedAnswers {

    private final AnswerTable table;
    private final InstantSource clock;
    private volatile List<CannedAnswer> now;

    AnswerBook(AnswerTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        this.now = table.all();
    }

    @Override
    public List<CannedAnswer> all() {
        return now;
    }

    /** Carries a command out; one at a time. */
    synchronized CommandResult carryOut(Actor actor, AnswerCommand command, String key) {
        if (command instanceof AnswerCommand.SaveAnswer save) {
            CannedAnswer answer = save.answer();
            Map<String, Object> body =
                    Change.of(before(answer.shortcut()), body(answer)).into(body(answer));
            table.save(answer, entry(actor, "answer.saved", body), key);
        } else if (command instanceof AnswerCommand.RemoveAnswer remove) {
            if (now.stream().noneMatch(answer -> answer.shortcut().equals(remove.shortcut()))) {
                return new CommandResult.Refused(
                        CommandResult.Kind.NOT_FOUND,
                        Problem.of(
                                "unknown-answer",
                                "There is no canned answer \"{0}\".",
                                "没有快捷语“{0}”。",
                                remove.shortcut()));
            }
            Map<String, Object> body =
                    Change.of(before(remove.shortcut()), Map.of()).into(Map.of("shortcut", remove.shortcut()));
            table.remove(remove.shortcut(), entry(actor, "answer.removed", body), key);
        }
        now = table.all();
        return new Done();
    }

    private Map<String, Object> before(String shortcut) {
        return now.stream()
                .filter(answer -> answer.shortcut().equals(shortcut))
                .findFirst()
                .map(AnswerBook::body)
                .orElse(Map.of());
    }

    private static Map<String, Object> body(CannedAnswer answer) {
        return Map.of(
                "shortcut", answer.shortcut(),
                "title", answer.title(),
                "chinese", answer.chinese(),
                "english", answer.english(),
                "queue", answer.queue().map(queue -> queue.value()).orElse(""));
    }

    private JournalDraft entry(Actor actor, String type, Map<String, Object> body) {
        return JournalDraft.act(clock.instant(), type, actor, UnitId.ROOT, body);
    }
}
