// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an agent typed about somebody new. */
final class Prospect {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private Prospect() {}

    /** The addresses typed, with the one the contact came from; empty if the number is none. */
    static Optional<List<Address>> addresses(String phone, String mail, Optional<Address> from) {
        List<Address> addresses = new ArrayList<>();
        String digits = phone.replaceAll("[\\s()-]", "");
        if (MOBILE.matcher(digits).matches()) {
            digits = "+86" + digits;
        }
        if (!digits.isEmpty()) {
            if (!digits.matches("\\+[1-9][0-9]{2,14}")) {
                return Optional.empty();
            }
            addresses.add(new Address.PhoneNumber(digits));
        }
        if (!mail.isBlank()) {
            addresses.add(new Address.EmailAddress(mail.strip()));
        }
        from.filter(known -> !addresses.contains(known)).ifPresent(addresses::add);
        return Optional.of(addresses);
    }
}
