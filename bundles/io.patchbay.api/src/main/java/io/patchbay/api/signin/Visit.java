// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.signin;

import java.util.Objects;

/**
 * Where somebody knocks from.
 *
 * @param address an IP address, or {@code ssh}
 * @param device what he uses, in words such as {@code Chromium, Linux}; empty if not known
 * @param deviceToken what {@link Greeting#deviceToken} gave this browser earlier; empty for none. Whoever shows a right
 *     one is not held up by the failures of strangers at the same address
 */
public record Visit(String address, String device, String deviceToken) {
    private static final int LONGEST = 80;

    public Visit {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(deviceToken, "deviceToken");
        address = address.length() > LONGEST ? address.substring(0, LONGEST) : address;
        device = device.length() > LONGEST ? device.substring(0, LONGEST) : device;
    }

    /**
     * A visit of which only the address is known.
     *
     * @param address an IP address, or {@code ssh}
     * @return the visit
     */
    public static Visit from(String address) {
        return new Visit(address, "", "");
    }
}
