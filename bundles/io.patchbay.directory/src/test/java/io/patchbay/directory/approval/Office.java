// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.approval.Approvals;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.directory.Directory;
import io.patchbay.directory.DirectoryBench;
import io.patchbay.directory.store.ProposalTable;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.store.Outbox;
import io.patchbay.testkit.ManualClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/** A directory with its maker-checker behind a door as the core's: rights, reviews, handler. */
final class Office implements Commands, AutoCloseable {
    private final DirectoryBench bench;
    private MakerChecker checker;
    private Applying applying;

    Office(Path folder, DataSource source) {
        bench = new DirectoryBench(folder, source);
        begin();
    }

    private void begin() {
        Reviewers reviewers = new Reviewers(bench.directory());
        ProposalTable table = new ProposalTable(
                bench.transactions(), bench.store().outbox(), bench.store().vault());
        checker =
                new MakerChecker(table, reviewers, bench.threads(), new ProposalEntries(bench.clock()), bench.clock());
        applying = new Applying(checker, this::handlers, this, bench.directory(), bench.threads(), bench.clock());
        checker.carriedOutBy(applying::apply);
    }

    private List<CommandHandler<?>> handlers() {
        List<CommandHandler<?>> all = new ArrayList<>(bench.handlers());
        all.add(new AnswerHandler(checker));
        all.add(new WithdrawHandler(checker));
        return all;
    }

    void restart() {
        bench.restart();
        begin();
    }

    void applyDue() {
        applying.applyDue().toCompletableFuture().join();
    }

    Directory people() {
        return bench.directory();
    }

    Approvals approvals() {
        return checker;
    }

    ManualClock clock() {
        return bench.clock();
    }

    boolean signsIn(String user, String password) {
        return bench.signIn().signIn(user, password.toCharArray(), "10.0.0.1") instanceof SignInResult.SignedIn;
    }

    /** What waits for the journal. */
    List<String> told() {
        try {
            return bench.store().outbox().pending(1_000).stream()
                    .map(Outbox.Row::type)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> known() {
        return Map.of();
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey) {
        for (CommandHandler<?> handler : handlers()) {
            if (handler.type() == command.getClass()) {
                return through(actor, handler, command, idempotencyKey);
            }
        }
        throw new IllegalStateException("nobody handles " + command);
    }

    @SuppressWarnings("unchecked") // its type() is the command's class
    private <C extends Command> CompletionStage<CommandResult> through(
            Actor actor, CommandHandler<C> handler, Command command, String key) {
        if (actor instanceof Actor.Person person && !person.scope().may(handler.permission())) {
            return CompletableFuture.completedStage(new CommandResult.Refused(
                    CommandResult.Kind.FORBIDDEN, new Problem("forbidden", "Not yours.", "无权限。")));
        }
        C typed = (C) command;
        return checker.instead(actor, handler, typed).orElseGet(() -> handler.handle(actor, typed, key));
    }

    @Override
    public CompletionStage<CommandResult> execute(
            Actor actor, String name, Map<String, Object> body, String idempotencyKey) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void close() {
        bench.close();
    }
}
