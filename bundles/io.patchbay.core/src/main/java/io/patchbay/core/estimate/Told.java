// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.estimate;

import io.patchbay.api.queue.WaitEstimate;
import java.time.Duration;
import java.time.Instant;

/** What a waiting customer was told, and when; kept until he is answered. */
public record Told(Instant at, WaitEstimate estimate, Pace.Expected expected) {
    double waited(Instant answered) {
        return Math.max(0, Duration.between(at, answered).toMillis() / 1e3);
    }

    double error(Instant answered) {
        return Math.abs(waited(answered) - (estimate.lowSeconds() + estimate.highSeconds()) / 2.0);
    }
}
