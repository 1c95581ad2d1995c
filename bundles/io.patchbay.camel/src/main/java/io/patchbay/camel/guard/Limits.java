// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.time.Duration;
import java.util.Objects;

/**
 * What one context may use.
 *
 * @param timeout how long an exchange may take before it is cut off
 * @param exchanges how many may be under way at once
 * @param perSecond how many may begin in a second; the surplus waits
 * @param threads how many threads a pool of the context may have
 */
public record Limits(Duration timeout, int exchanges, int perSecond, int threads) {
    /** What holds unless the configuration says otherwise. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(60), 256, 1_000, 8);

    public Limits {
        Objects.requireNonNull(timeout, "timeout");
    }
}
