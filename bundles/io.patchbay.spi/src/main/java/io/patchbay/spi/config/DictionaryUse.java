// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.config;

import org.osgi.annotation.versioning.ConsumerType;

/** Says whether codes of dictionaries stand in a bundle's rows; registered as a service. */
@ConsumerType
public interface DictionaryUse {
    /**
     * Whether a code is in use. May wait for the database.
     *
     * @param dictionary its dictionary, for example {@code business}
     * @param code the code
     * @return true if a row names it; it can then be ended but not taken away
     */
    boolean uses(String dictionary, String code);
}
