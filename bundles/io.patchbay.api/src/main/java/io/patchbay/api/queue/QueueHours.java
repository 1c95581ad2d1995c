// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** When queues are open by their calendars. Answers from memory; safe for any thread. */
@ProviderType
public interface QueueHours {
    /**
     * Whether a queue is open.
     *
     * @param queue which
     * @param at when
     * @return what its calendar says; true for a queue without one, or whose calendar is not known
     */
    boolean open(QueueSettings queue, Instant at);
}
