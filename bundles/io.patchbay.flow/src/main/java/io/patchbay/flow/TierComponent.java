// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Scope;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.flow.api.TierRule;
import io.patchbay.flow.api.TierRules;
import io.patchbay.flow.store.TierTable;
import io.patchbay.flow.tier.TierBook;
import io.patchbay.flow.tier.TierTreatment;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules of tiers as services. */
@Component(service = {TierRules.class, Treatment.class, TierComponent.class})
public final class TierComponent implements TierRules, Treatment {
    private final TierBook book;
    private final Treatment treatment;

    @Activate
    public TierComponent(
            @Reference(target = "(osgi.unit.name=flow)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Queues queues,
            @Reference People people) {
        book = new TierBook(
                new TierTable(transactions, outbox),
                queue -> queues.queue(Scope.system(), queue).isPresent(),
                id -> people.units(Scope.system()).stream()
                        .anyMatch(unit -> unit.id().equals(id)),
                InstantSource.system());
        treatment = new TierTreatment(book::rules);
    }

    TierBook book() {
        return book;
    }

    @Override
    public List<TierRule> rules() {
        return book.rules();
    }

    @Override
    public String name() {
        return treatment.name();
    }

    @Override
    public int order() {
        return treatment.order();
    }

    @Override
    public Treated treat(TreatmentQuestion question) {
        return treatment.treat(question);
    }
}
