// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.approval.ApprovalCommand;
import io.patchbay.api.approval.Approvals;
import io.patchbay.api.approval.Proposal;
import io.patchbay.api.approval.Stage;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.api.journal.Change;
import io.patchbay.api.watch.Watch;
import io.patchbay.directory.Threads;
import io.patchbay.directory.store.ProposalTable;
import io.patchbay.directory.store.ProposalTable.Kept;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import io.patchbay.spi.command.Reviewing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The maker-checker: keeps commands as proposals and knows who sees them; {@link Answering} takes the reviews. */
public final class MakerChecker implements Approvals, Reviewing {
    private static final int MOST = 1_000;

    private final ProposalTable table;
    private final Reviewers reviewers;
    private final Threads threads;
    private final ProposalEntries entries;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<ApprovalId, Command> running = new ConcurrentHashMap<>();
    private volatile Function<Kept, CompletionStage<CommandResult>> carrier = MakerChecker::later;

    /** A maker-checker over a table. */
    public MakerChecker(
            ProposalTable table, Reviewers reviewers, Threads threads, ProposalEntries entries, InstantSource clock) {
        this.table = table;
        this.reviewers = reviewers;
        this.threads = threads;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public <C extends Command> Optional<CompletionStage<CommandResult>> instead(
            Actor actor, CommandHandler<C> handler, C command) {
        Optional<ApprovalId> carriedOut = actor.origin().approval();
        if (carriedOut.isPresent()) {
            return command.equals(running.get(carriedOut.get()))
                    ? Optional.empty()
                    : Optional.of(refused(forged(carriedOut.get())));
        }
        Optional<Examination> examined = handler.examine(actor, command).filter(MakerChecker::waits);
        if (examined.isEmpty()
                || (actor instanceof Actor.Part part && !part.name().startsWith("route:"))) {
            return Optional.empty();
        } else if (!(actor instanceof Actor.Person maker)) {
            return Optional.of(refused(needsPerson(handler.name())));
        } else {
            return propose(maker, handler, command, examined.get());
        }
    }

    private static boolean waits(Examination examined) {
        return examined.review() != Examination.Review.NONE
                || examined.effectiveAt().isPresent();
    }

    private <C extends Command> Optional<CompletionStage<CommandResult>> propose(
            Actor.Person maker, CommandHandler<C> handler, C command, Examination examined) {
        List<Stage> stages = stages(examined.review());
        Optional<Instant> later = examined.effectiveAt().filter(at -> at.isAfter(clock.instant()));
        if (!reviewers.enough(stages, maker.user(), examined.subject(), examined.unit())) {
            stages = List.of(); // a house that begins has nobody else yet: it acts, and the trace says so
            threads.later(
                    "Trace of a change without review",
                    () -> table.tell(entries.skipped(maker, handler.name(), examined)));
        }
        if (stages.isEmpty() && later.isEmpty()) {
            return Optional.empty();
        }
        Change change = Change.of(examined.before(), examined.after());
        Proposal proposal = new Proposal(
                ApprovalId.at(clock.millis()),
                handler.name(),
                examined.subject(),
                examined.unit(),
                maker.user(),
                clock.instant(),
                change.before(),
                change.after(),
                later,
                stages.isEmpty() ? Stage.SCHEDULED : stages.get(0),
                List.of(),
                Optional.empty());
        Kept kept = new Kept(proposal, stages, handler.write(command));
        return Optional.of(threads.command(() -> keep(maker, kept)));
    }

    private static List<Stage> stages(Examination.Review review) {
        return switch (review) {
            case NONE -> List.of();
            case FINAL_ONLY -> List.of(Stage.FINAL);
            case FIRST_AND_FINAL -> List.of(Stage.FIRST, Stage.FINAL);
        };
    }

    private synchronized CommandResult keep(Actor.Person maker, Kept kept) {
        Optional<Proposal> other = table.open().stream()
                .map(Kept::proposal)
                .filter(open -> open.subject().equals(kept.proposal().subject()))
                .findFirst();
        if (other.isPresent()) {
            return new CommandResult.Refused(
                    Kind.CONFLICT,
                    Problem.of(
                            "already-proposed",
                            "{0} has already proposed a change of {1}. It must be decided first.",
                            "{0} 已提交对 {1} 的修改，须先完成审核。",
                            other.get().maker(),
                            other.get().subject()));
        }
        save(kept, maker);
        return new CommandResult.Proposed(kept.proposal().id());
    }

    /** Keeps a proposal as it is now, tells the journal and those who follow. Waits for the database. */
    void save(Kept kept, Actor actor) {
        table.save(kept, entries.entry(kept.proposal(), actor));
        listeners.forEach(Runnable::run);
    }

    ProposalTable table() {
        return table;
    }

    /** Who carries approved changes out; until there is somebody they stay approved. */
    void carriedOutBy(Function<Kept, CompletionStage<CommandResult>> somebody) {
        carrier = somebody;
    }

    void stayApproved() {
        carrier = MakerChecker::later;
    }

    private static CompletionStage<CommandResult> later(Kept kept) {
        return CompletableFuture.completedStage(Answering.done(kept.proposal().stage()));
    }

    /** A review; the last one carries the change out. */
    CompletionStage<CommandResult> answer(Actor.Person reviewer, ApprovalCommand.Answer answer) {
        return threads.ask(
                        () -> answered(reviewer, answer),
                        () -> new Answering.Answered(Threads.busy(), Optional.empty()))
                .thenCompose(answered -> answered.approved().isPresent()
                        ? carrier.apply(answered.approved().get())
                        : CompletableFuture.completedStage(answered.result()));
    }

    private synchronized Answering.Answered answered(Actor.Person reviewer, ApprovalCommand.Answer answer) {
        return new Answering(this, reviewers, clock).answer(reviewer, answer);
    }

    /** The maker takes it back. */
    CompletionStage<CommandResult> withdraw(Actor.Person maker, ApprovalCommand.Withdraw wish) {
        return threads.command(() -> withdrawn(maker, wish));
    }

    private synchronized CommandResult withdrawn(Actor.Person maker, ApprovalCommand.Withdraw wish) {
        return new Answering(this, reviewers, clock).withdraw(maker, wish);
    }

    /** While the work runs, the command may pass the gate for this proposal. */
    void running(ApprovalId id, Command command) {
        running.put(id, command);
    }

    void ran(ApprovalId id) {
        running.remove(id);
    }

    private static CompletionStage<CommandResult> refused(Problem problem) {
        return CompletableFuture.completedStage(new CommandResult.Refused(Kind.FORBIDDEN, problem));
    }

    private static Problem forged(ApprovalId id) {
        return Problem.of("not-approved", "The change {0} is not being carried out.", "变更 {0} 未在执行中。", id.toString());
    }

    private static Problem needsPerson(String command) {
        return Problem.of(
                "needs-person",
                "{0} needs reviews and therefore a person who asks for it; routes cannot.",
                "{0} 须经审核，只能由人员提交，路由不能执行。",
                command);
    }

    @Override
    public List<Proposal> open(Scope scope) {
        return table.open().stream()
                .map(Kept::proposal)
                .filter(proposal -> visible(scope, proposal))
                .toList();
    }

    @Override
    public List<Proposal> closed(Scope scope, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to 1000 but is " + limit);
        }
        return table.closed(MOST).stream()
                .map(Kept::proposal)
                .filter(proposal -> visible(scope, proposal))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Proposal> proposal(Scope scope, ApprovalId id) {
        return table.find(id).map(Kept::proposal).filter(proposal -> visible(scope, proposal));
    }

    /** One's own, those one reviewed, and those of units in which one reviews. */
    private static boolean visible(Scope scope, Proposal proposal) {
        Place place = Place.of(proposal.unit());
        return scope.reader()
                        .filter(user -> user.equals(proposal.maker())
                                || proposal.reviews().stream()
                                        .anyMatch(review -> review.reviewer().equals(user)))
                        .isPresent()
                || scope.may(Permissions.REVIEW_FIRST, place)
                || scope.may(Permissions.REVIEW_FINAL, place);
    }

    @Override
    public boolean mayReview(Scope scope, Proposal proposal) {
        return reviewers.may(scope, proposal);
    }

    @Override
    public Watch watch(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
