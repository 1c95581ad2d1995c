// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** A network of literal addresses, {@code 10.1.0.0/16} or one address; names are never looked up. */
public final class Net {
    /** An octet above 255 would be taken for a name and looked up. */
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private final byte[] address;
    private final int bits;

    private Net(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Reads networks separated by commas; what is none is named. */
    public static List<Net> list(String text) {
        List<Net> nets = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            if (!one.isBlank()) {
                nets.add(of(one.strip()));
            }
        }
        return List.copyOf(nets);
    }

    private static Net of(String text) {
        int slash = text.indexOf('/');
        byte[] address = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = 8 * address.length;
        if (slash >= 0) {
            String given = text.substring(slash + 1);
            if (!given.matches("[0-9]{1,3}") || Integer.parseInt(given) > bits) {
                throw wrong(text);
            }
            bits = Integer.parseInt(given);
        }
        return new Net(address, bits);
    }

    private static byte[] literal(String text) {
        if (!isLiteral(text)) {
            throw wrong(text);
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw wrong(text);
        }
    }

    /** Whether a text is an address and not a name. */
    public static boolean isLiteral(String text) {
        return text.matches(OCTET + "(\\." + OCTET + "){3}") || (text.contains(":") && text.matches("[0-9a-fA-F:.]+"));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not a network such as 10.1.0.0/16 or 192.0.2.7");
    }

    /** Whether a literal address lies in it. */
    public boolean has(String host) {
        if (!isLiteral(host)) {
            return false;
        }
        byte[] other = literal(host);
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
