// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What customers of each kind are given. Answers from memory; safe for any thread. Changes are commands. */
@ProviderType
public interface TierRules {
    /**
     * All rules.
     *
     * @return in their order
     */
    List<TierRule> rules();
}
