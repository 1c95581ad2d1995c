// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.customer;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A customer of the firm.
 *
 * @param id the customer
 * @param name full name, 1 to 120 characters
 * @param tier how the firm ranks him, 1 to 32 lower-case letters, digits and -, for example {@code gold}
 * @param unit the unit that keeps him
 * @param addresses where he writes and calls from; the first is preferred
 * @param remark what agents should know, up to 1,000 characters; may be empty
 */
public record Customer(CustomerId id, String name, String tier, UnitId unit, List<Address> addresses, String remark) {
    private static final Pattern TIER = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public Customer {
        Objects.requireNonNull(id, "id");
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("name must have 1 to 120 characters but has " + name.length());
        }
        if (!TIER.matcher(tier).matches()) {
            throw new IllegalArgumentException(
                    "tier must be 1 to 32 lower-case letters, digits and - but is \"" + tier + "\"");
        }
        Objects.requireNonNull(unit, "unit");
        addresses = List.copyOf(addresses);
        if (remark.length() > 1000) {
            throw new IllegalArgumentException("remark must have up to 1,000 characters but has " + remark.length());
        }
    }
}
