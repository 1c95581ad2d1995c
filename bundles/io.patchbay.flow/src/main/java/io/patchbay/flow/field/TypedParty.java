// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.patchbay.api.address.Address;
import io.patchbay.flow.api.Party;

/** Whom somebody means who typed a number, the beginning of numbers with a *, a mail address or a party's text. */
public final class TypedParty {
    private static final String REGION = "CN";

    private TypedParty() {}

    public static Party read(String typed) {
        String text = typed.strip();
        if (text.matches("[+0-9() .-]{2,30}\\*")) {
            return new Party.Numbers(text.replaceAll("[^+0-9]", ""));
        } else if (text.matches("[+0-9() .-]{2,30}")) {
            return new Party.OfAddress(number(text));
        } else if (text.indexOf('@') > 0 && text.indexOf(':') < 0) {
            return new Party.OfAddress(new Address.EmailAddress(text));
        }
        Party party = Party.parse(text);
        if (party instanceof Party.OfAddress of && of.address() instanceof Address.PhoneNumber phone) {
            number(phone.e164());
        }
        return party;
    }

    private static Address number(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, REGION);
            if (!numbers.isPossibleNumber(number)) {
                throw new IllegalArgumentException("\"" + text + "\" is no telephone number");
            }
            return new Address.PhoneNumber(numbers.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no telephone number", e);
        }
    }
}
