// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.InteractionId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Live figures of queues, after the journal has them; from memory, safe for any thread. */
@ProviderType
public interface LiveQueues {
    /**
     * The queues the reader may see, by id.
     *
     * @param scope who asks
     * @return their figures now
     */
    List<QueueFigures> figures(Scope scope);

    /**
     * How long a waiting contact may still wait. The caller has checked that the reader may see it.
     *
     * @param contact an interaction
     * @return its estimate now; empty if it does not wait
     */
    default Optional<WaitEstimate> estimate(InteractionId contact) {
        return Optional.empty();
    }
}
