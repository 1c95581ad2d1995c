// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import io.patchbay.api.access.Mask;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
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
    private static final int LONGEST_PAGE = 500;

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
                ? tables.find(id)
                        .filter(customer -> scope.may(Permissions.CUSTOMERS, Place.of(customer.unit())))
                        .map(customer -> seen(scope, customer))
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
                .map(one -> seen(scope, one))
                .toList();
    }

    @Override
    public List<Customer> list(Scope scope, Optional<CustomerId> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE + " but is " + limit);
        }
        Optional<CustomerId> last = after;
        while (scope.may(Permissions.CUSTOMERS)) {
            CustomerTables.Page page = tables.after(last, limit);
            List<Customer> visible = page.customers().stream()
                    .filter(customer -> scope.may(Permissions.CUSTOMERS, Place.of(customer.unit())))
                    .map(customer -> seen(scope, customer))
                    .toList();
            if (page.last().isEmpty() || !visible.isEmpty()) {
                return visible;
            }
            last = page.last();
        }
        return List.of();
    }

    /** Only as much of him as the reader may see. */
    static Customer seen(Scope scope, Customer whole) {
        Place place = Place.of(whole.unit());
        String name = scope.may(Permissions.NAMES, place) ? whole.name() : Mask.name(whole.name());
        String remark = scope.may(Permissions.IDENTITY, place) ? whole.remark() : Mask.identities(whole.remark());
        return new Customer(whole.id(), name, whole.tier(), whole.unit(), whole.addresses(), remark, whole.care());
    }
}
