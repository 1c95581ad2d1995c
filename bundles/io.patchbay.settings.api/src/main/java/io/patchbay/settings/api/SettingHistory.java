// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What settings were. Answers from memory; safe for any thread. */
@ProviderType
public interface SettingHistory {
    /**
     * All states of a setting.
     *
     * @param kind what it is
     * @param id which
     * @return newest first; empty if there never was one
     */
    List<Revision> of(SettingKind kind, String id);
}
