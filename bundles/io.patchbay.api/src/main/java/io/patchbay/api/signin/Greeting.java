// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.signin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person is told when he comes in, so that he notices who else was there.
 *
 * @param last his last sign-in before this one; empty for the first
 * @param failuresSince attempts with his account that failed since then
 * @param newPlace whether neither the device nor the address was ever his before
 * @param deviceToken makes this browser known, to be shown as {@link Visit#deviceToken}; empty if it is known already
 *     or no browser
 */
public record Greeting(Optional<Last> last, int failuresSince, boolean newPlace, String deviceToken) {
    /** Nothing to tell. */
    public static final Greeting NONE = new Greeting(Optional.empty(), 0, false, "");

    public Greeting {
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(deviceToken, "deviceToken");
    }

    /**
     * A sign-in of the past.
     *
     * @param at when
     * @param address where from
     * @param device with what, in words; may be empty
     */
    public record Last(Instant at, String address, String device) {}
}
