// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds everything that is kept against the journal: its chain, sealed content and keys, files, recordings, the tables
 * that follow it, and the head hashes that were written elsewhere. Safe for any thread; one run at a time.
 */
@ProviderType
public interface Verification {
    /** How many findings are listed at most; the others are counted. */
    int LISTED = 1_000;

    /**
     * Verifies; reads all of it and blocks, minutes for millions of entries.
     *
     * @param heads a file of head hashes, for example from another machine; the home's own is looked at anyway
     * @return what was found
     */
    Report verify(Optional<Path> heads);

    /**
     * What a run found.
     *
     * @param entries how many entries there are
     * @param heads how many head hashes were compared
     * @param findings each alteration, in the order of the checks, at most {@link #LISTED}
     * @param more how many further ones
     */
    record Report(long entries, long heads, List<Finding> findings, long more) {
        public Report {
            findings = List.copyOf(findings);
        }

        /**
         * Whether nothing was altered.
         *
         * @return true if there is no finding
         */
        public boolean whole() {
            return findings.isEmpty();
        }
    }
}
