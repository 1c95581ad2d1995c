// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.CustomerId;
import java.util.Objects;
import java.util.regex.Pattern;

/** Whom an entry of a list means. */
public sealed interface Party {
    /**
     * Its text, for commands and tables.
     *
     * @return an address's text, {@code numbers:+86400} or {@code customer:ID}
     */
    String text();

    /**
     * Reads what {@link #text} gave.
     *
     * @param text a party's text
     * @return the party
     * @throws IllegalArgumentException naming the text if it is none
     */
    static Party parse(String text) {
        if (text.startsWith("numbers:")) {
            return new Numbers(text.substring("numbers:".length()));
        } else if (text.startsWith("customer:")) {
            return new OfCustomer(CustomerId.parse(text.substring("customer:".length())));
        }
        return new OfAddress(Address.parse(text));
    }

    /**
     * Reads what people type.
     *
     * @param typed a party's text, a number with its country code, {@code +86400*} for all that begin so, or a mail
     *     address
     * @return the party
     * @throws IllegalArgumentException if it is none of them
     */
    static Party typed(String typed) {
        String text = typed.strip();
        String plain = text.replaceAll("[ ().-]", "");
        if (plain.matches("\\+[0-9]+\\*")) {
            return new Numbers(plain.substring(0, plain.length() - 1));
        } else if (plain.matches("\\+[0-9]+")) {
            return new OfAddress(new Address.PhoneNumber(plain));
        } else if (text.indexOf('@') > 0 && text.indexOf(':') < 0) {
            return new OfAddress(new Address.EmailAddress(text));
        }
        return parse(text);
    }

    /**
     * Whoever comes from an address.
     *
     * @param address the address
     */
    record OfAddress(Address address) implements Party {
        public OfAddress {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public String text() {
            return address.text();
        }

        /** Hides the address. */
        @Override
        public String toString() {
            return "OfAddress[…]";
        }
    }

    /**
     * All numbers that begin alike.
     *
     * @param prefix {@code +} and 2 to 14 digits
     */
    record Numbers(String prefix) implements Party {
        private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{1,13}");

        public Numbers {
            if (!FORM.matcher(prefix).matches()) {
                throw new IllegalArgumentException("numbers begin with + and 2 to 14 digits, not \"" + prefix + "\"");
            }
        }

        @Override
        public String text() {
            return "numbers:" + prefix;
        }
    }

    /**
     * A customer, wherever he comes from.
     *
     * @param customer who
     */
    record OfCustomer(CustomerId customer) implements Party {
        public OfCustomer {
            Objects.requireNonNull(customer, "customer");
        }

        @Override
        public String text() {
            return "customer:" + customer;
        }
    }
}
