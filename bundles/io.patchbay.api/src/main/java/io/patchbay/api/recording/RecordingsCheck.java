// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import io.patchbay.api.journal.Finding;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds every recording against its entries in the journal: whether it is there, each of its seconds unseals in its
 * place, it is as long as was written and byte for byte what was hashed, and no file lies there that no entry names.
 * Safe for any thread; one run at a time.
 */
@ProviderType
public interface RecordingsCheck {
    /** How many findings are listed at most; the others are counted. */
    int LISTED = 1_000;

    /**
     * Reads and unseals all of them, one second in memory at a time; blocks, about a minute for some hundred hours of
     * sound.
     *
     * @param progress told after every thousand recordings, in the caller's thread
     * @return what was found
     */
    Report check(Consumer<Progress> progress);

    /**
     * How far it is.
     *
     * @param recordings how many were read
     * @param seconds how much sound was in them
     * @param findings what was found so far
     */
    record Progress(long recordings, long seconds, long findings) {}

    /**
     * What a run found.
     *
     * @param recordings how many were read
     * @param seconds how much sound was in them
     * @param erased how many are erased: their keys were destroyed
     * @param findings each recording that is missing, altered, cut or unreadable, at most {@link #LISTED}
     * @param more how many further ones
     */
    record Report(long recordings, long seconds, long erased, List<Finding> findings, long more) {
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
