// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.patchbay.api.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The addresses that somebody may have meant who typed a number, a mail address or an address's text form. */
final class TypedAddress {
    private final String region;

    /** Numbers without a country code are of this region, for example {@code CN}. */
    TypedAddress(String region) {
        this.region = region;
    }

    List<Address> meant(String typed) {
        String text = typed.strip();
        List<Address> meant = new ArrayList<>();
        if (text.matches("[+0-9() ./-]{2,30}")) {
            number(text, meant);
        } else if (text.indexOf('@') > 0 && text.indexOf(':') < 0) {
            attempt(meant, () -> new Address.EmailAddress(text));
        } else if (text.indexOf(':') > 0) {
            attempt(meant, () -> Address.parse(text));
        }
        return meant;
    }

    private void number(String text, List<Address> meant) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            String e164 = numbers.format(numbers.parse(text, region), PhoneNumberFormat.E164);
            attempt(meant, () -> new Address.PhoneNumber(e164));
        } catch (NumberParseException e) {
            meant.clear(); // too short for a number: an extension or a short code
        }
        String digits = text.replaceAll("[^0-9]", "");
        attempt(meant, () -> new Address.Extension(digits));
        attempt(meant, () -> new Address.ShortCode(digits, "+" + numbers.getCountryCodeForRegion(region)));
    }

    private static void attempt(List<Address> meant, Supplier<Address> address) {
        try {
            meant.add(address.get());
        } catch (IllegalArgumentException e) {
            return; // not one of this form
        }
    }
}
