// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.erasure;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Rows and files about people that a bundle keeps beside the journal; registered as a service. */
@ConsumerType
public interface PersonalRecords {
    /**
     * Removes what it keeps about a person. May be asked again for the same person, for example after a kill: what is
     * gone is gone. Blocks; an exception means that it must be asked again.
     *
     * @param person who
     * @return how many rows or files went, by place, for example {@code customer} → 1
     */
    Map<String, Integer> erase(Identities person);
}
