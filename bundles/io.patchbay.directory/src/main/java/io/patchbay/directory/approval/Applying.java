// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.approval.Proposal;
import io.patchbay.api.approval.Stage;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Origin;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.api.people.People;
import io.patchbay.directory.Threads;
import io.patchbay.directory.store.ProposalTable.Kept;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries approved changes out as their maker, exactly once: the idempotency key is the proposal, so that a stop
 * between the change and its note does no harm.
 */
final class Applying {
    private static final Logger log = LoggerFactory.getLogger(Applying.class);

    private final MakerChecker proposals;
    private final Supplier<List<CommandHandler<?>>> handlers;
    private final Commands commands;
    private final People people;
    private final Threads threads;
    private final InstantSource clock;
    private final Map<ApprovalId, CompletionStage<CommandResult>> underWay = new ConcurrentHashMap<>();

    Applying(
            MakerChecker proposals,
            Supplier<List<CommandHandler<?>>> handlers,
            Commands commands,
            People people,
            Threads threads,
            InstantSource clock) {
        this.proposals = proposals;
        this.handlers = handlers;
        this.commands = commands;
        this.people = people;
        this.threads = threads;
        this.clock = clock;
    }

    /** What is approved and due: after a start, and when a day comes. Waits for the database, completes when done. */
    CompletionStage<Void> applyDue() {
        return CompletableFuture.allOf(proposals.table().open().stream()
                .filter(kept -> kept.proposal().stage() == Stage.APPROVED || due(kept.proposal()))
                .map(kept -> apply(kept).whenComplete((result, failure) -> note(kept, failure)))
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new));
    }

    private static void note(Kept kept, Throwable failure) {
        if (failure != null) {
            log.warn(
                    "Change {} of {} could not be carried out",
                    kept.proposal().id(),
                    kept.proposal().subject(),
                    failure);
        }
    }

    private boolean due(Proposal proposal) {
        return proposal.stage() == Stage.SCHEDULED
                && proposal.effectiveAt()
                        .filter(day -> !day.isAfter(clock.instant()))
                        .isPresent();
    }

    /** Completes with the stage it came to; who asks while it is being carried out gets the same answer. */
    CompletionStage<CommandResult> apply(Kept kept) {
        ApprovalId id = kept.proposal().id();
        CompletableFuture<CommandResult> mine = new CompletableFuture<>();
        CompletionStage<CommandResult> other = underWay.putIfAbsent(id, mine);
        if (other != null) {
            return other;
        }
        return carriedOut(kept).whenComplete((result, failure) -> {
            underWay.remove(id);
            if (failure == null) {
                mine.complete(result);
            } else {
                mine.completeExceptionally(failure);
            }
        });
    }

    /** As it stands now: another thread may have carried it out since it was read. */
    private CompletionStage<CommandResult> carriedOut(Kept read) {
        Kept kept = proposals.table().find(read.proposal().id()).orElse(read);
        if (kept.proposal().stage() != Stage.APPROVED && !due(kept.proposal())) {
            return CompletableFuture.completedStage(cameTo(kept.proposal()));
        }
        Optional<? extends CommandHandler<?>> handler = handlers.get().stream()
                .filter(one -> one.name().equals(kept.proposal().command()))
                .findFirst();
        return handler.isPresent()
                ? apply(kept, handler.get())
                : CompletableFuture.completedStage(Answering.done(Stage.APPROVED)); // when its feature is back
    }

    private static CommandResult cameTo(Proposal proposal) {
        return proposal.problem()
                .<CommandResult>map(why -> new CommandResult.Refused(CommandResult.Kind.CONFLICT, why))
                .orElseGet(() -> Answering.done(proposal.stage()));
    }

    private <C extends Command> CompletionStage<CommandResult> apply(Kept kept, CommandHandler<C> handler) {
        Proposal proposal = kept.proposal();
        Actor.Person maker = new Actor.Person(
                proposal.maker(), people.scope(proposal.maker()), new Origin("approval", Optional.of(proposal.id())));
        C command;
        try {
            command = handler.read(kept.command());
        } catch (IllegalArgumentException e) {
            return end(kept, maker, Optional.of(unreadable(e)));
        }
        Optional<Problem> stale = handler.examine(maker, command).flatMap(now -> stale(proposal, now));
        if (stale.isPresent()) {
            return end(kept, maker, stale);
        }
        proposals.running(proposal.id(), command);
        return commands.execute(maker, command, "approval-" + proposal.id())
                .thenCompose(result -> {
                    if (result instanceof CommandResult.Refused refused) {
                        return refused.kind() == CommandResult.Kind.UNAVAILABLE
                                ? CompletableFuture.completedStage(Answering.done(Stage.APPROVED)) // tried again
                                : end(kept, maker, Optional.of(refused.problem()));
                    }
                    return end(kept, maker, Optional.empty());
                })
                .whenComplete((result, failure) -> proposals.ran(proposal.id()));
    }

    /** What reviewers compared must still be so. */
    private static Optional<Problem> stale(Proposal proposal, Examination now) {
        Map<String, Object> before = now.before();
        boolean same = proposal.before().entrySet().stream()
                        .allMatch(field -> Objects.equals(before.get(field.getKey()), field.getValue()))
                && proposal.after().keySet().stream()
                        .allMatch(field -> proposal.before().containsKey(field) || !before.containsKey(field));
        return same
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "changed-meanwhile",
                        "{0} was changed meanwhile. Ask for the change anew.",
                        "{0} 期间已被修改，请重新提交。",
                        proposal.subject()));
    }

    private static Problem unreadable(IllegalArgumentException e) {
        return new Problem(
                "bad-command",
                "The change can no longer be read: " + e.getMessage() + ".",
                "该变更已无法识别：" + e.getMessage() + "。");
    }

    private CompletionStage<CommandResult> end(Kept kept, Actor.Person maker, Optional<Problem> problem) {
        Stage stage = problem.isEmpty() ? Stage.APPLIED : Stage.FAILED;
        return threads.command(() -> {
            Proposal ended =
                    Answering.with(kept.proposal(), stage, kept.proposal().reviews(), problem);
            proposals.save(new Kept(ended, kept.reviews(), Map.of()), maker);
            return problem.<CommandResult>map(why -> new CommandResult.Refused(CommandResult.Kind.CONFLICT, why))
                    .orElseGet(() -> Answering.done(stage));
        });
    }
}
