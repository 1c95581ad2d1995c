// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.api;

import io.patchbay.api.access.Scope;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Runs reports over the projections of the journal. Waits for the database; safe for any thread. */
@ProviderType
public interface Reports {
    /**
     * What can be asked for, in the order people see it.
     *
     * @return the reports
     */
    List<ReportKind> kinds();

    /**
     * Runs a report over what the reader may see.
     *
     * @param scope who asks
     * @param request which report over what
     * @return its table
     * @throws ReportRefusedException in words, if the report is unknown, the period reversed, longer than 400 days or
     *     beginning in the future, or the reader lacks the right
     */
    ReportTable run(Scope scope, ReportRequest request) throws ReportRefusedException;

    /**
     * How far the projections lie behind the journal.
     *
     * @return zero if nothing is left to take
     */
    Duration behind();
}
