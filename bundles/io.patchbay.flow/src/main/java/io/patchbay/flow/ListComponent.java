// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.list.ListBook;
import io.patchbay.flow.store.ListTable;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The red and the black list as services: what is on them, what that means for a contact, and whom it names. */
@Component(service = {Lists.class, Treatment.class, PersonalRecords.class, ListComponent.class})
public final class ListComponent implements Lists, Treatment, PersonalRecords {
    private final ListBook book;
    private final Treatment treatment;

    @Activate
    public ListComponent(
            @Reference(target = "(osgi.unit.name=flow)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference ContentVault vault,
            @Reference Queues queues,
            @Reference Customers customers,
            @Reference People people) {
        book = ListBook.of(
                new ListTable(transactions, outbox, vault),
                queue -> queues.queue(Scope.system(), queue).isPresent(),
                customer -> customers.find(Scope.system(), customer).isPresent(),
                new Zones(people)::of,
                InstantSource.system());
        treatment = book.treatment();
    }

    ListBook book() {
        return book;
    }

    @Override
    public List<Listed> entries(Scope scope) {
        return book.entries(scope);
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

    @Override
    public Map<String, Integer> erase(Identities person) {
        return Map.of("flow_list", book.erase(person));
    }
}
