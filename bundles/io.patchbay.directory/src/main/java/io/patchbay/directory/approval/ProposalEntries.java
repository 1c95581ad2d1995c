// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.approval.Proposal;
import io.patchbay.api.command.Actor;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.spi.command.Examination;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the journal is told about proposals: who did what about which; what would change stands, sealed, in its table.
 */
final class ProposalEntries {
    private final InstantSource clock;

    ProposalEntries(InstantSource clock) {
        this.clock = clock;
    }

    JournalDraft entry(Proposal proposal, Actor actor) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "approval", proposal.id().toString(),
                "command", proposal.command(),
                "subject", proposal.subject(),
                "stage", proposal.stage().wire(),
                "maker", proposal.maker().value()));
        proposal.effectiveAt().ifPresent(at -> body.put("effectiveAt", at.toString()));
        proposal.problem().ifPresent(problem -> body.put("code", problem.code()));
        if (!proposal.reviews().isEmpty()) {
            Proposal.Review last = proposal.reviews().get(proposal.reviews().size() - 1);
            body.put("review", last.stage().wire());
            body.put("reviewer", last.reviewer().value());
            body.put("approved", last.approved());
        }
        String type = proposal.reviews().isEmpty() && proposal.stage().open() ? "approval.asked" : "approval.changed";
        return JournalDraft.act(clock.instant(), type, actor, proposal.unit(), body);
    }

    JournalDraft skipped(Actor.Person maker, String command, Examination examined) {
        Map<String, Object> body = Map.of("command", command, "subject", examined.subject());
        return JournalDraft.act(clock.instant(), "approval.skipped", maker, examined.unit(), body);
    }
}
