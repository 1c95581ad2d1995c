// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.customer;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * @param care who looks after him, and in which language
 */
public record Customer(
        CustomerId id, String name, String tier, UnitId unit, List<Address> addresses, String remark, Care care) {
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
        Objects.requireNonNull(care, "care");
    }

    /**
     * A customer whom nobody in particular looks after.
     *
     * @param id the customer
     * @param name full name
     * @param tier how the firm ranks him
     * @param unit the unit that keeps him
     * @param addresses where he writes and calls from
     * @param remark what agents should know
     */
    public Customer(CustomerId id, String name, String tier, UnitId unit, List<Address> addresses, String remark) {
        this(id, name, tier, unit, addresses, remark, Care.NONE);
    }

    /**
     * Who looks after a customer, and how he wants to be spoken to.
     *
     * @param officer his own officer (客户经理), if he has one
     * @param language a language tag such as {@code en} or {@code zh-CN}; empty if he does not say
     */
    public record Care(Optional<AgentId> officer, String language) {
        private static final Pattern LANGUAGE = Pattern.compile("|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

        /** Nobody, in whatever language. */
        public static final Care NONE = new Care(Optional.empty(), "");

        public Care {
            Objects.requireNonNull(officer, "officer");
            if (!LANGUAGE.matcher(language).matches()) {
                throw new IllegalArgumentException(
                        "language must be a tag such as en or zh-CN but is \"" + language + "\"");
            }
        }
    }
}
