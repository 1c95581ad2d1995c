// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.measure;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The figures of a bundle, registered as a service by whoever keeps them; they are asked for when somebody reads them.
 */
@ConsumerType
public interface MeterSource {
    /**
     * What it measures.
     *
     * @return always the same
     */
    List<Meter> meters();

    /**
     * Tells every figure as it is now. Answers at once, on any thread: no database, no network.
     *
     * @param readings takes the figures
     */
    void measure(Readings readings);
}
