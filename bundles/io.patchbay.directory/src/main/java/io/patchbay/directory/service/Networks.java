// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses and networks in CIDR notation (RFC 4632, RFC 4291); names are never looked up. */
final class Networks {
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Networks() {}

    /** Whether an address lies in one of them; in none is everywhere. */
    static boolean contain(List<String> networks, String address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> contains(network, address));
    }

    private static boolean contains(String network, String address) {
        String[] parts = network.split("/", 2);
        byte[] base = bytes(parts[0]);
        byte[] asked = LITERAL.matcher(address).matches() ? bytes(address) : new byte[0];
        if (base.length != asked.length) {
            return false;
        }
        int bits = parts.length == 1 ? base.length * 8 : Integer.parseInt(parts[1]);
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((base[bit / 8] ^ asked[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Refuses what is none. */
    static void check(String network) {
        String[] parts = network.split("/", 2);
        boolean right = LITERAL.matcher(parts[0]).matches();
        if (right && parts.length == 2) {
            right = parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= bytes(parts[0]).length * 8;
        }
        if (!right) {
            throw new IllegalArgumentException(
                    "must be an address or a network such as 10.1.0.0/16 but is \"" + network + "\"");
        }
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: \"" + literal + "\"", e);
        }
    }
}
