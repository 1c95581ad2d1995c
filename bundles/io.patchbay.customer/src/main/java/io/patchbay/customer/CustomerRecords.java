// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes a customer's row and what finds it. */
@Component
public final class CustomerRecords implements PersonalRecords {
    private final CustomerBook book;
    private final AddressIdentification identification;

    @Activate
    public CustomerRecords(@Reference CustomerBook book, @Reference AddressIdentification identification) {
        this.book = book;
        this.identification = identification;
    }

    @Override
    public Map<String, Integer> erase(Identities person) {
        Map<String, Integer> removed = book.tables().remove(person.customers(), person.addressHashes());
        identification.forget();
        return removed;
    }
}
