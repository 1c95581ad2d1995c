// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.patchbay.api.address.Address;

/** Whom a number in SIP means, in the region of the trunk it came by. */
final class CallerNumber {
    private static final int SHORTEST = 7;
    private static final int LONGEST_HANDLE = 256;

    private CallerNumber() {}

    static Address address(String user, String region) {
        String digits = user.replaceAll("[ ().-]", "");
        if (digits.matches("\\+?[0-9]{" + SHORTEST + ",20}")) {
            try {
                PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
                return new Address.PhoneNumber(numbers.format(numbers.parse(digits, region), PhoneNumberFormat.E164));
            } catch (NumberParseException | IllegalArgumentException e) {
                return handle(user); // kept as it came
            }
        }
        return digits.matches("[0-9]{2,6}") ? new Address.Extension(digits) : handle(user);
    }

    /** A caller without a number is known by what he gives, or not at all. */
    private static Address handle(String user) {
        String name = user.isBlank() ? "anonymous" : user;
        return new Address.Handle("sip", name.substring(0, Math.min(LONGEST_HANDLE, name.length())));
    }

    /** How the agent's phone may show it: {@code 138****2046}; at least four digits stay hidden. */
    static String masked(String user) {
        int length = user.length();
        if (length < SHORTEST) {
            return "****";
        }
        int tail = Math.min(4, length - SHORTEST);
        return user.substring(0, 3) + "****" + user.substring(length - tail);
    }
}
