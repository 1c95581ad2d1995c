// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.measure;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the figures of a {@link MeterSource}. Used by one thread, only while {@code measure} runs. */
@ProviderType
public interface Readings {
    /**
     * A gauge or a counter.
     *
     * @param meter which
     * @param value in the unit of its name
     * @param tags one value for each of the meter's tags, in their order
     */
    void value(Meter meter, double value, String... tags);

    /**
     * A gauge or a counter of whole things.
     *
     * @param meter which
     * @param count in the unit of its name
     * @param tags one value for each of the meter's tags, in their order
     */
    default void value(Meter meter, long count, String... tags) {
        value(meter, (double) count, tags);
    }

    /**
     * A histogram.
     *
     * @param meter which
     * @param spread its values so far
     * @param tags one value for each of the meter's tags, in their order
     */
    void spread(Meter meter, Spread spread, String... tags);
}
