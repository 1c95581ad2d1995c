// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Dictionaries. Answers from memory; safe for any thread. */
@ProviderType
public interface Dictionaries {
    /**
     * All of them now.
     *
     * @return by name
     */
    List<Dictionary> all();

    /**
     * One of them now.
     *
     * @param id its name
     * @return the dictionary, if there is one
     */
    Optional<Dictionary> now(String id);

    /**
     * One of them as it was: a row of that day is shown in the words of that day.
     *
     * @param id its name
     * @param at when
     * @return the dictionary, if there was one
     */
    Optional<Dictionary> at(String id, Instant at);
}
