// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

/**
 * Bounds of the registrar.
 *
 * @param minExpiresSeconds a shorter wish is refused with 423; at least 1
 * @param maxExpiresSeconds a longer wish is shortened to this; also the default
 * @param contactsPerUser at most as many phones for one user; the one that registered longest ago makes room
 * @param users at most as many users with bindings
 */
public record RegistrarSettings(int minExpiresSeconds, int maxExpiresSeconds, int contactsPerUser, int users) {
    /** Checks the ranges. */
    public RegistrarSettings {
        if (minExpiresSeconds < 1 || maxExpiresSeconds < minExpiresSeconds) {
            throw new IllegalArgumentException(
                    "expires must be 1 <= min <= max but is " + minExpiresSeconds + " to " + maxExpiresSeconds);
        }
        if (contactsPerUser < 1 || users < 1) {
            throw new IllegalArgumentException(
                    "contactsPerUser and users must be > 0 but are " + contactsPerUser + " and " + users);
        }
    }

    /**
     * What an ordinary installation wants.
     *
     * @return 60 s to an hour, four phones a user, 20,000 users
     */
    public static RegistrarSettings usual() {
        return new RegistrarSettings(60, 3600, 4, 20_000);
    }
}
