// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.queue.Queues;
import io.patchbay.reporting.api.Reports;
import io.patchbay.trace.api.Exports;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the view reads.
 *
 * @param reports the reports, while the feature is there
 * @param queues to filter by
 * @param agents to filter by
 * @param exports the door for files, while the feature is there
 */
record Sources(
        Supplier<Optional<Reports>> reports, Queues queues, Agents agents, Supplier<Optional<Exports>> exports) {}
