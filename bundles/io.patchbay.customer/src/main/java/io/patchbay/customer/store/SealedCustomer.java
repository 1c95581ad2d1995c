// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.store;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.json.SealedParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Name, addresses and remark of a customer as one text sealed under his key. */
final class SealedCustomer {
    private SealedCustomer() {}

    static ContentOwner owner(CustomerId id) {
        return new ContentOwner(ContentOwner.Kind.CUSTOMER, id.value());
    }

    static CustomerRow seal(ContentVault vault, Customer customer) {
        String json = CanonicalJson.write(Map.of(
                "name", customer.name(),
                "addresses", customer.addresses().stream().map(Address::text).toList(),
                "remark", customer.remark(),
                "officer", customer.care().officer().map(AgentId::value).orElse(""),
                "language", customer.care().language()));
        byte[] sealed = SealedParts.encode(List.of(vault.seal(owner(customer.id()), json)));
        return new CustomerRow(customer.id().toString(), customer.unit().value(), customer.tier(), sealed);
    }

    private static Customer.Care care(Map<String, Object> values) {
        return new Customer.Care(
                Optional.of((String) values.getOrDefault("officer", ""))
                        .filter(officer -> !officer.isEmpty())
                        .map(AgentId::new),
                (String) values.getOrDefault("language", ""));
    }

    /** Empty if his key was destroyed. */
    static Optional<Customer> open(ContentVault vault, CustomerRow row) {
        return vault.open(SealedParts.decode(row.sealed()).get(0)).map(json -> {
            Map<String, Object> values = CanonicalJson.read(json);
            List<Address> addresses = new ArrayList<>();
            for (Object text : (List<?>) values.get("addresses")) {
                addresses.add(Address.parse((String) text));
            }
            return new Customer(
                    CustomerId.parse(row.id()),
                    (String) values.get("name"),
                    row.tier(),
                    new UnitId(row.unit()),
                    addresses,
                    (String) values.get("remark"),
                    care(values));
        });
    }
}
