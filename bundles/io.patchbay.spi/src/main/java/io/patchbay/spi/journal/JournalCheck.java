// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.journal;

import io.patchbay.api.journal.Finding;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/** Holds something that follows the journal against it, for example a projection; registered as a service. */
@ConsumerType
public interface JournalCheck {
    /**
     * Compares; may read everything and wait for the database. Called by one thread at a time.
     *
     * @param found told of each thing that disagrees
     */
    void check(Consumer<Finding> found);
}
