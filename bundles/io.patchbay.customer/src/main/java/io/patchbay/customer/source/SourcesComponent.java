// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Commands;
import io.patchbay.api.customer.CustomerCards;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.customer.SourceCard;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.watch.Watch;
import io.patchbay.spi.customer.CustomerSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Customer cards as a service; sources come and go. */
@Component(service = CustomerCards.class, immediate = true)
public final class SourcesComponent implements CustomerCards {
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(2, work -> new Thread(work, "patchbay-customer-sources"));
    private final SourceCards cards;
    private final Watch arrivals;

    @Activate
    public SourcesComponent(
            @Reference Interactions interactions, @Reference Commands commands, @Reference Customers customers) {
        cards = new SourceCards(InstantSource.system(), this::later);
        worker.setRemoveOnCancelPolicy(true);
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        Prefetch prefetch = new Prefetch(cards, commands, customers, InstantSource.system());
        arrivals = interactions.watch(contact -> worker.execute(() -> prefetch.changed(contact)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing is to be cancelled
    private void later(Duration pause, Runnable work) {
        worker.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSource(CustomerSource source) {
        cards.joined(source);
    }

    void removeSource(CustomerSource source) {
        cards.left(source);
    }

    @Deactivate
    void close() {
        arrivals.close();
        worker.shutdown();
    }

    @Override
    public List<SourceCard> known(Scope scope, Interaction contact) {
        return cards.known(scope, contact);
    }

    @Override
    public CompletionStage<List<SourceCard>> ask(Scope scope, Interaction contact) {
        return cards.ask(scope, contact);
    }

    @Override
    public CompletionStage<List<SourceCard>> askAgain(Scope scope, Interaction contact) {
        return cards.askAgain(scope, contact);
    }

    @Override
    public Watch watch(Scope scope, Interaction contact, Consumer<List<SourceCard>> changed) {
        return cards.watch(scope, contact, changed);
    }
}
