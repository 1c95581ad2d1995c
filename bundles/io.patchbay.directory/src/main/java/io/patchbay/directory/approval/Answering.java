// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.approval.ApprovalCommand;
import io.patchbay.api.approval.ApprovalCommand.Answer;
import io.patchbay.api.approval.ApprovalCommand.Withdraw;
import io.patchbay.api.approval.Proposal;
import io.patchbay.api.approval.Stage;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.Problem;
import io.patchbay.directory.store.ProposalTable.Kept;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what reviewers and makers say. Called one at a time, on a thread that may wait for the database. */
final class Answering {
    private final MakerChecker proposals;
    private final Reviewers reviewers;
    private final InstantSource clock;

    Answering(MakerChecker proposals, Reviewers reviewers, InstantSource clock) {
        this.proposals = proposals;
        this.reviewers = reviewers;
        this.clock = clock;
    }

    /** What came of it, and the proposal if it is now to be carried out. */
    record Answered(CommandResult result, Optional<Kept> approved) {}

    Answered answer(Actor.Person reviewer, Answer answer) {
        Optional<Kept> kept = proposals.table().find(answer.approval());
        if (kept.filter(one -> reviewers.may(reviewer.scope(), one.proposal())).isEmpty()) {
            return no(kept.map(one -> notYours(one.proposal(), reviewer)).orElseGet(() -> unknown(answer)));
        } else if (!answer.approve() && answer.note().isBlank()) {
            return no(new CommandResult.Refused(
                    Kind.INVALID, new Problem("note-missing", "Say why it is refused.", "驳回时请填写理由。")));
        }
        Kept now = kept.get();
        Proposal before = now.proposal();
        List<Proposal.Review> reviews = new ArrayList<>(before.reviews());
        reviews.add(new Proposal.Review(
                before.stage(),
                reviewer.user(),
                clock.instant(),
                answer.approve(),
                answer.note().strip()));
        Stage next = answer.approve() ? after(now) : Stage.REJECTED;
        Kept changed = new Kept(with(before, next, reviews, Optional.empty()), now.reviews(), now.command());
        proposals.save(changed, reviewer);
        return new Answered(done(next), next == Stage.APPROVED ? Optional.of(changed) : Optional.empty());
    }

    private Stage after(Kept kept) {
        int at = kept.reviews().indexOf(kept.proposal().stage());
        if (at + 1 < kept.reviews().size()) {
            return kept.reviews().get(at + 1);
        }
        boolean later = kept.proposal()
                .effectiveAt()
                .filter(day -> day.isAfter(clock.instant()))
                .isPresent();
        return later ? Stage.SCHEDULED : Stage.APPROVED;
    }

    CommandResult withdraw(Actor.Person maker, Withdraw wish) {
        Optional<Kept> kept = proposals.table().find(wish.approval()).filter(one -> one.proposal()
                .maker()
                .equals(maker.user()));
        if (kept.isEmpty()) {
            return unknown(wish);
        } else if (!kept.get().proposal().stage().open()
                || kept.get().proposal().stage() == Stage.APPROVED) {
            return new CommandResult.Refused(
                    Kind.CONFLICT, new Problem("decided", "It is already decided.", "该变更已有结论。"));
        }
        Kept now = kept.get();
        proposals.save(
                new Kept(
                        with(now.proposal(), Stage.WITHDRAWN, now.proposal().reviews(), Optional.empty()),
                        now.reviews(),
                        now.command()),
                maker);
        return done(Stage.WITHDRAWN);
    }

    static Proposal with(Proposal before, Stage stage, List<Proposal.Review> reviews, Optional<Problem> problem) {
        return new Proposal(
                before.id(),
                before.command(),
                before.subject(),
                before.unit(),
                before.maker(),
                before.madeAt(),
                before.before(),
                before.after(),
                before.effectiveAt(),
                stage,
                reviews,
                problem);
    }

    static CommandResult done(Stage stage) {
        return new CommandResult.Done(Map.of("stage", stage.wire()));
    }

    private static Answered no(CommandResult result) {
        return new Answered(result, Optional.empty());
    }

    private static CommandResult notYours(Proposal proposal, Actor.Person reviewer) {
        if (!proposal.stage().waitsForReview()) {
            return new CommandResult.Refused(
                    Kind.CONFLICT, new Problem("decided", "It is already decided.", "该变更已有结论。"));
        }
        boolean own =
                proposal.maker().equals(reviewer.user()) || proposal.subject().equals("person:" + reviewer.user());
        return new CommandResult.Refused(
                Kind.FORBIDDEN,
                own
                        ? new Problem(
                                "own-proposal",
                                "Nobody reviews what he asked for or what is about himself.",
                                "不能审核自己提交的或与自己有关的变更。")
                        : Problem.of(
                                "no-review",
                                "This review needs the right {0} there, from somebody who has not reviewed it yet.",
                                "本次审核需要在该机构拥有 {0} 权限，且此前未审核过该变更。",
                                Reviewers.permission(proposal.stage())));
    }

    private static CommandResult unknown(ApprovalCommand command) {
        return new CommandResult.Refused(
                Kind.NOT_FOUND,
                Problem.of(
                        "unknown-proposal",
                        "There is no proposed change {0}.",
                        "没有变更 {0}。",
                        command.approval().toString()));
    }
}
