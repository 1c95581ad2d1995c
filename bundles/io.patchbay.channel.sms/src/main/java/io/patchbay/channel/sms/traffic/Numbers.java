// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.smpp.Delivery;
import io.patchbay.channel.sms.smpp.Submission;
import java.util.Optional;

/** Numbers of SMPP and addresses of Patchbay, in the region of an account. */
public final class Numbers {
    private static final int INTERNATIONAL = 1;
    private static final int LETTERS = 5;
    private static final int TELEPHONE_PLAN = 1;
    private static final int SHORTEST = 7;
    private static final int LONGEST_SHORT_CODE = 12;

    private final String region;
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /** {@code region} as in ISO 3166, such as CN. */
    public Numbers(String region) {
        this.region = region;
        if (!numbers.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("region must be such as CN but is \"" + region + "\"");
        }
    }

    /** Who that is. */
    public Address address(Delivery.Party party) {
        String digits = party.number().replaceAll("[ ().-]", "");
        if (party.ton() == LETTERS || !digits.matches("\\+?[0-9]{2,20}")) {
            return handle(party.number());
        }
        boolean whole = party.ton() == INTERNATIONAL && !digits.startsWith("+");
        String dialled = whole ? "+" + digits : digits;
        return phone(dialled)
                .or(() -> phone("+" + dialled)) // with the country code, and no plus before it
                .or(() -> anyNumber(dialled))
                .or(() -> shortCode(digits))
                .orElseGet(() -> handle(digits));
    }

    /** Our own number or name as it stands in the configuration. */
    public Address own(String sourceAddress) {
        return address(new Delivery.Party(sourceAddress, 0));
    }

    private Optional<Address> phone(String digits) {
        if (digits.length() < SHORTEST || digits.startsWith("++")) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = numbers.parse(digits, region);
            return numbers.isValidNumber(number)
                    ? Optional.of(new Address.PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** One that libphonenumber does not know yet. */
    private static Optional<Address> anyNumber(String digits) {
        return digits.matches("\\+[1-9][0-9]{6,14}") ? Optional.of(new Address.PhoneNumber(digits)) : Optional.empty();
    }

    private Optional<Address> shortCode(String digits) {
        String plain = digits.replace("+", "");
        return plain.length() <= LONGEST_SHORT_CODE
                ? Optional.of(new Address.ShortCode(plain, "+" + numbers.getCountryCodeForRegion(region)))
                : Optional.empty();
    }

    private static Address handle(String name) {
        String shown = name.isBlank() ? "unknown" : name.strip();
        return new Address.Handle("sms", shown.substring(0, Math.min(64, shown.length())));
    }

    /** How SMPP names an address; empty if no SMS can go there. */
    public Optional<Submission.End> end(Address address) {
        if (address instanceof Address.PhoneNumber phone) {
            return Optional.of(new Submission.End(phone.e164().substring(1), INTERNATIONAL, TELEPHONE_PLAN));
        } else if (address instanceof Address.ShortCode code) {
            return Optional.of(new Submission.End(code.digits(), 0, TELEPHONE_PLAN));
        } else if (address instanceof Address.Handle handle
                && handle.scheme().equals("sms")
                && handle.value().length() <= 20
                && handle.value().matches("\\p{ASCII}+")) {
            boolean digits = handle.value().matches("[0-9]+");
            return Optional.of(new Submission.End(handle.value(), digits ? 0 : LETTERS, digits ? TELEPHONE_PLAN : 0));
        }
        return Optional.empty();
    }
}
