// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.customer.store.CustomerTables;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows customers by their addresses; what was found lately is answered from memory. */
@Component(service = {CustomerIdentification.class, AddressIdentification.class})
public final class AddressIdentification implements CustomerIdentification {
    private static final Logger log = LoggerFactory.getLogger(AddressIdentification.class);
    private static final int REMEMBERED = 10_000;
    private static final int SEVERAL = 20;

    private final CustomerTables tables;
    private final Threads threads;
    private final Map<Address, Identification> found = new LinkedHashMap<>(64, 0.75f, true);
    private long changes;

    /**
     * An identification over the customers.
     *
     * @param book the customers
     * @param threads wait for the database
     */
    @Activate
    public AddressIdentification(@Reference CustomerBook book, @Reference Threads threads) {
        tables = book.tables();
        this.threads = threads;
    }

    @Override
    public CompletionStage<Identification> identify(Address from) {
        synchronized (found) {
            Identification known = found.get(from);
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
        }
        return threads.ask(() -> look(from), () -> new Identification.Unavailable(Duration.ZERO));
    }

    private Identification look(Address from) {
        long before;
        synchronized (found) {
            before = changes;
        }
        Identification answer;
        try {
            answer = answer(tables.carrying(Scope.system(), Set.of(from.text()), SEVERAL));
        } catch (RuntimeException e) { // this work's top: a database that is away must not stop the contact
            log.warn("Customers cannot be identified: {}", e.getMessage());
            return new Identification.Unavailable(Duration.ZERO);
        }
        synchronized (found) {
            if (before == changes) {
                found.put(from, answer);
            }
            if (found.size() > REMEMBERED) {
                found.remove(found.keySet().iterator().next());
            }
        }
        return answer;
    }

    private static Identification answer(List<Customer> customers) {
        return switch (customers.size()) {
            case 0 -> new Identification.Unknown();
            case 1 -> known(customers.get(0));
            default -> new Identification.Several(
                    customers.stream().map(Customer::id).toList());
        };
    }

    private static Identification known(Customer customer) {
        return new Identification.Known(customer.id(), customer.tier(), Optional.of(customer.unit()), customer.care());
    }

    /** What was found under these addresses may be wrong from now on. */
    void changed(Collection<Address> addresses) {
        synchronized (found) {
            changes++;
            addresses.forEach(found::remove);
        }
    }

    /** Somebody was erased: nothing that was found is remembered. */
    void forget() {
        synchronized (found) {
            changes++;
            found.clear();
        }
    }
}
