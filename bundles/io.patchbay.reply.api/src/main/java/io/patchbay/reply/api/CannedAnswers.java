// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The canned answers as they are now, from memory; safe for any thread. Changes are commands. */
@ProviderType
public interface CannedAnswers {
    /**
     * All of them.
     *
     * @return by shortcut
     */
    List<CannedAnswer> all();
}
