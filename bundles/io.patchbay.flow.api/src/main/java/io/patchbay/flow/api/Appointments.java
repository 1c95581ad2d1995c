// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.access.Scope;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Times agreed with customers. Answers from memory; safe for any thread. Changes are commands. */
@ProviderType
public interface Appointments {
    /** The permission to see, book, move and call off appointments. */
    String BOOK = "appointment.book";

    /**
     * Those to come, and those of the last day.
     *
     * @param scope who asks
     * @return those of queues of his units, the next first
     */
    List<Appointment> appointments(Scope scope);
}
