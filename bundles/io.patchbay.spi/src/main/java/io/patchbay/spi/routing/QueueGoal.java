// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.QueueId;
import java.time.Duration;
import java.util.Objects;

/**
 * What a strategy may know of a queue.
 *
 * @param queue which
 * @param answerWithin its service goal; greater than 0
 * @param targetShare share to answer in time, 0.0 to 1.0
 */
public record QueueGoal(QueueId queue, Duration answerWithin, double targetShare) {
    public QueueGoal {
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(answerWithin, "answerWithin");
    }
}
