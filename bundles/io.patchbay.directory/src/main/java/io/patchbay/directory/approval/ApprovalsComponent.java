// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.access.Scope;
import io.patchbay.api.approval.Approvals;
import io.patchbay.api.approval.Proposal;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.api.people.People;
import io.patchbay.api.watch.Watch;
import io.patchbay.directory.Threads;
import io.patchbay.directory.store.ProposalTable;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Reviewing;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The maker-checker as a service. */
@Component(service = {Approvals.class, Reviewing.class, ApprovalsComponent.class})
public final class ApprovalsComponent implements Approvals, Reviewing {
    private final MakerChecker checker;

    /**
     * Over the table of the directory.
     *
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param vault seals what waits
     * @param people knows who may review
     * @param threads wait for the database
     */
    @Activate
    public ApprovalsComponent(
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference ContentVault vault,
            @Reference People people,
            @Reference Threads threads) {
        InstantSource clock = InstantSource.system();
        checker = new MakerChecker(
                new ProposalTable(transactions, outbox, vault),
                new Reviewers(people),
                threads,
                new ProposalEntries(clock),
                clock);
    }

    MakerChecker checker() {
        return checker;
    }

    @Override
    public <C extends Command> Optional<CompletionStage<CommandResult>> instead(
            Actor actor, CommandHandler<C> handler, C command) {
        return checker.instead(actor, handler, command);
    }

    @Override
    public List<Proposal> open(Scope scope) {
        return checker.open(scope);
    }

    @Override
    public List<Proposal> closed(Scope scope, int limit) {
        return checker.closed(scope, limit);
    }

    @Override
    public Optional<Proposal> proposal(Scope scope, ApprovalId id) {
        return checker.proposal(scope, id);
    }

    @Override
    public boolean mayReview(Scope scope, Proposal proposal) {
        return checker.mayReview(scope, proposal);
    }

    @Override
    public Watch watch(Runnable listener) {
        return checker.watch(listener);
    }
}
