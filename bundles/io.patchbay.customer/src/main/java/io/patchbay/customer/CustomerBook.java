// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.CustomerId;
import io.patchbay.customer.store.CustomerTables;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The customers. A reader sees those of his units, and none without the permission. */
@Component(
        service = {Customers.class, CustomerBook.class},
        configurationPid = "io.patchbay.customer")
@Designate(ocd = CustomerBook.Config.class)
public final class CustomerBook implements Customers {
    private static final int LONGEST = 100;
    private static final int MOST = 200;

    private final CustomerTables tables;
    private volatile TypedAddress typed;

    /** What can be configured. */
    @ObjectClassDefinition(name = "Customers", description = "How customers are looked up")
    @interface Config {
        @AttributeDefinition(description = "Region of numbers typed without a country code, two capital letters")
        String region() default "CN";
    }

    /**
     * Opens the book.
     *
     * @param transactions of the unit {@code customer}
     * @param outbox takes the entries
     * @param vault seals
     * @param config how customers are looked up
     */
    @Activate
    public CustomerBook(
            @Reference(target = "(osgi.unit.name=customer)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference ContentVault vault,
            Config config) {
        this(new CustomerTables(transactions, outbox, vault), config.region());
    }

    CustomerBook(CustomerTables tables, String region) {
        this.tables = tables;
        typed = new TypedAddress(region);
    }

    /** Takes a changed region without being made anew: the interaction path stands on this component. */
    @Modified
    void modified(Config config) {
        typed = new TypedAddress(config.region());
    }

    CustomerTables tables() {
        return tables;
    }

    @Override
    public Optional<Customer> find(Scope scope, CustomerId id) {
        return scope.may(Permissions.CUSTOMERS)
                ? tables.find(id).filter(customer -> scope.sees(customer.unit()))
                : Optional.empty();
    }

    @Override
    public List<Customer> search(Scope scope, String words, int limit) {
        if (words.isBlank() || words.length() > LONGEST || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("search for 1 to 100 characters, at most 1 to 200 customers; asked were "
                    + words.length() + " characters and " + limit);
        } else if (!scope.may(Permissions.CUSTOMERS)) {
            return List.of();
        }
        Map<CustomerId, Customer> found = new LinkedHashMap<>();
        for (Address address : typed.meant(words)) {
            tables.carrying(scope, Set.of(address.text()), limit).forEach(one -> found.put(one.id(), one));
        }
        tables.carrying(scope, NameWords.asked(words), MOST).stream()
                .filter(one -> NameWords.has(one.name(), words))
                .forEach(one -> found.put(one.id(), one));
        return found.values().stream()
                .sorted(Comparator.comparing(Customer::name).thenComparing(Customer::id))
                .limit(limit)
                .toList();
    }
}
