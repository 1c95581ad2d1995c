// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.SipParty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses in headers that are read only when asked for; one that cannot be read is as if it were not there. */
public final class Contacts {
    private Contacts() {}

    /** One value of Contact, Record-Route or P-Asserted-Identity. */
    public static Optional<Address> read(String value) {
        try {
            return Optional.of(HeaderReader.address("Contact", value));
        } catch (IllegalMessage e) {
            return Optional.empty();
        }
    }

    /** A parameter of a Contact; empty if it has none. */
    public static String parameter(String value, String name) {
        try {
            return HeaderReader.parameter("Contact", value, name);
        } catch (IllegalMessage e) {
            return "";
        }
    }

    /** P-Asserted-Identity (RFC 3325, 9.1). */
    public static List<SipParty> asserted(Request request) {
        List<SipParty> parties = new ArrayList<>();
        for (String value : request.headers().all("P-Asserted-Identity")) {
            read(value).ifPresent(address -> parties.add(address.party()));
        }
        return List.copyOf(parties);
    }
}
