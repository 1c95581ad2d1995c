// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.command.Commands;
import io.patchbay.api.people.People;
import io.patchbay.directory.Threads;
import io.patchbay.spi.command.CommandHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Carries approved changes out, and those whose day has come. */
@Component(service = ProposalRunner.class, immediate = true)
public final class ProposalRunner implements AutoCloseable {
    private static final int LOOKS_EVERY_SECONDS = 2;

    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-directory-due"));
    private final ApprovalsComponent approvals;
    private final Runnable stop;
    private volatile CompletionStage<Void> looked = CompletableFuture.completedStage(null);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<CommandHandler<?>> handlers = List.of();

    /**
     * Begins at once with what was approved before a stop.
     *
     * @param approvals keeps the proposals
     * @param commands carry them out
     * @param people know what makers may now
     * @param threads wait for the database
     */
    @Activate
    public ProposalRunner(
            @Reference ApprovalsComponent approvals,
            @Reference Commands commands,
            @Reference People people,
            @Reference Threads threads) {
        this.approvals = approvals;
        Applying applying =
                new Applying(approvals.checker(), () -> handlers, commands, people, threads, InstantSource.system());
        approvals.checker().carriedOutBy(applying::apply);
        ScheduledFuture<?> looks = clockwork.scheduleWithFixedDelay(
                () -> {
                    if (looked.toCompletableFuture().isDone()) {
                        threads.later("Changes whose day has come", () -> looked = applying.applyDue());
                    }
                },
                LOOKS_EVERY_SECONDS,
                LOOKS_EVERY_SECONDS,
                TimeUnit.SECONDS);
        stop = () -> looks.cancel(false);
    }

    @Deactivate
    @Override
    public void close() {
        stop.run();
        clockwork.shutdown();
        approvals.checker().stayApproved();
    }
}
