// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who did what: the journal's entries of people and of administration, found by an index that follows it. Safe for any
 * thread; waits for the database.
 */
@ProviderType
public interface Trace {
    /** The permission to read the trace of one's units. */
    String SEE = Permissions.TRACE;

    /**
     * Finds acts, newest first.
     *
     * @param scope who asks; without {@link #SEE} he finds nothing
     * @param question what he asks for
     * @return at most {@code question.limit()} lines of his units
     */
    List<TraceLine> find(Scope scope, TraceQuestion question);

    /**
     * The entry behind a line, with before and after as the journal has them.
     *
     * @param scope who asks
     * @param seq the line's number
     * @return the entry if it is an act of his units
     */
    Optional<JournalEntry> entry(Scope scope, long seq);

    /**
     * Opens a sealed value of an act, for example an account number.
     *
     * @param scope who asks; he needs {@code address.unmasked} too
     * @param part what the entry holds
     * @return the clear text; empty if it is erased or he may not see it
     */
    Optional<String> open(Scope scope, SealedPart part);

    /**
     * How far the index is behind the journal.
     *
     * @return entries not yet in it
     */
    long behind();
}
