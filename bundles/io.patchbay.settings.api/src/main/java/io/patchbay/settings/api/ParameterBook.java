// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.settings.ParameterType;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Parameters for those who edit them. Answers from memory; safe for any thread. */
@ProviderType
public interface ParameterBook {
    /**
     * The parameters of all bundles that are there.
     *
     * @return by key
     */
    List<ParameterType> types();

    /**
     * What was set for a parameter.
     *
     * @param key which
     * @return the installation's first, then units', then queues'
     */
    List<ParameterValues> values(String key);
}
