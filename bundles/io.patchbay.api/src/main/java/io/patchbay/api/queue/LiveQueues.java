// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.access.Scope;
import java.util.List;
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
}
