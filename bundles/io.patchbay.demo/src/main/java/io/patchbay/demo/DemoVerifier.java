// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.CustomerId;
import io.patchbay.spi.verification.Verifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The PIN of a demo customer is the last six digits of his telephone number; without the demo nobody has one. */
@Component
public final class DemoVerifier implements Verifier {
    private static final int DIGITS = 6;

    private final Customers customers;

    @Activate
    public DemoVerifier(@Reference Customers customers) {
        this.customers = customers;
    }

    @Override
    public String method() {
        return "pin";
    }

    @Override
    public int digits() {
        return DIGITS;
    }

    @Override
    public Finding verify(CustomerId id, char[] digits) {
        Optional<char[]> pin = customers
                .find(Scope.system(), id)
                .filter(customer -> Boolean.getBoolean("patchbay.demo"))
                .flatMap(DemoVerifier::pin);
        if (pin.isEmpty()) {
            return new Finding.Unable("no PIN is known of this customer");
        }
        return Arrays.equals(pin.get(), digits) ? new Finding.Verified(Duration.ofMinutes(30)) : new Finding.Wrong();
    }

    private static Optional<char[]> pin(Customer customer) {
        return customer.addresses().stream()
                .filter(Address.PhoneNumber.class::isInstance)
                .map(address -> ((Address.PhoneNumber) address).e164())
                .map(number -> number.substring(number.length() - DIGITS).toCharArray())
                .findFirst();
    }
}
