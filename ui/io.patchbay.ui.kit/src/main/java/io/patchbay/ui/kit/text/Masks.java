// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import io.patchbay.api.address.Address;

/** What of an address is shown to somebody without the right to see it whole. */
public final class Masks {
    private static final String STARS = "****";

    private Masks() {}

    /**
     * An address with its middle hidden: 138 **** 2046, l***@example.com.
     *
     * @param address which
     * @return enough to recognise it, too little to use it
     */
    public static String masked(Address address) {
        if (address instanceof Address.PhoneNumber phone) {
            return phone(phone.e164());
        } else if (address instanceof Address.EmailAddress mail) {
            return mail.value().charAt(0) + "***"
                    + mail.value().substring(mail.value().lastIndexOf('@'));
        } else if (address instanceof Address.ShortCode code) {
            return code.digits();
        } else if (address instanceof Address.Extension extension) {
            return extension.digits();
        }
        String value = shown(address);
        return value.length() <= 4 ? STARS : STARS + value.substring(value.length() - 4);
    }

    /**
     * An address as people write it.
     *
     * @param address which
     * @return without its scheme
     */
    public static String shown(Address address) {
        if (address instanceof Address.PhoneNumber phone) {
            String digits = phone.e164();
            return digits.startsWith("+86") && digits.length() == 14
                    ? digits.substring(3, 6) + " " + digits.substring(6, 10) + " " + digits.substring(10)
                    : digits;
        } else if (address instanceof Address.ShortCode code) {
            return code.digits();
        }
        String text = address.text();
        return text.substring(text.indexOf(':') + 1);
    }

    private static String phone(String e164) {
        if (e164.startsWith("+86") && e164.length() == 14) {
            return e164.substring(3, 6) + " " + STARS + " " + e164.substring(10);
        }
        int keep = Math.min(4, e164.length() / 3);
        return e164.substring(0, keep) + " " + STARS + " " + e164.substring(e164.length() - keep);
    }
}
