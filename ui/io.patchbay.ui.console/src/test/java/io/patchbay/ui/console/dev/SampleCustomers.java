// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.CustomerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers in memory. */
public final class SampleCustomers implements Customers {
    public final Map<CustomerId, Customer> customers = new LinkedHashMap<>();

    public Customer add(String name, String tier, String phone, String mail, String remark) {
        CustomerId id = CustomerId.at(System.currentTimeMillis());
        Customer customer = new Customer(
                id,
                name,
                tier,
                SampleDirectory.CENTRE,
                List.of(new Address.PhoneNumber(phone), new Address.EmailAddress(mail)),
                remark);
        customers.put(id, customer);
        return customer;
    }

    @Override
    public Optional<Customer> find(Scope scope, CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public List<Customer> list(Scope scope, Optional<CustomerId> after, int limit) {
        return List.of();
    }

    @Override
    public List<Customer> search(Scope scope, String words, int limit) {
        return customers.values().stream()
                .filter(customer -> customer.name().contains(words)
                        || customer.addresses().stream()
                                .anyMatch(address -> address.text().contains(words)))
                .limit(limit)
                .toList();
    }
}
