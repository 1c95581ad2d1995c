// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import io.patchbay.camel.api.RouteLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The counters of one route. Safe for any thread. */
final class Gauge {
    private long total;
    private long failed;
    private int inFlight;
    private long nanos;
    private Optional<Instant> last = Optional.empty();
    private Optional<RouteLine.Failure> lastFailure = Optional.empty();

    synchronized void begin() {
        inFlight++;
    }

    synchronized void end(Instant at, long took, Optional<String> failure) {
        inFlight--;
        total++;
        nanos += took;
        last = Optional.of(at);
        failure.ifPresent(reason -> {
            failed++;
            lastFailure = Optional.of(new RouteLine.Failure(at, reason));
        });
    }

    synchronized RouteLine.Figures figures() {
        return new RouteLine.Figures(total, failed, inFlight, Duration.ofNanos(total == 0 ? 0 : nanos / total), last);
    }

    synchronized Optional<RouteLine.Failure> lastFailure() {
        return lastFailure;
    }
}
