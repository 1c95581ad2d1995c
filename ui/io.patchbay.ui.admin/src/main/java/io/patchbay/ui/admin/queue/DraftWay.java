// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueRules.Overflow;
import io.patchbay.api.queue.QueueRules.When;
import java.util.Optional;

/**
 * A way out as it is typed.
 *
 * @param when what must hold
 * @param threshold its bound; empty while the field is
 * @param to the queue it leads to; empty while none is chosen
 */
record DraftWay(When when, Optional<Integer> threshold, Optional<QueueId> to) {
    static DraftWay of(Overflow way) {
        return new DraftWay(way.when(), Optional.of(way.threshold()), Optional.of(way.to()));
    }

    Overflow way() {
        return new Overflow(when, threshold.orElseThrow(), to.orElseThrow());
    }

    int least() {
        return when == When.CLOSED ? 0 : 1;
    }

    int most() {
        return switch (when) {
            case WAIT -> 3_600;
            case POSITION, STAFFING -> 10_000;
            case SERVICE_LEVEL -> 100;
            case CLOSED -> 0;
        };
    }
}
