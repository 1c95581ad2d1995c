// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.past;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.core.read.QueueDay;
import java.time.Instant;
import java.util.List;

/**
 * Where a fold stood after a line. It is small: its contacts are read again from the journal.
 *
 * @param seq the line
 * @param at its moment
 * @param open the contacts that were open
 * @param agents how the agents stood
 * @param day the counts; never changed
 */
record FloorSnapshot(long seq, Instant at, List<InteractionId> open, List<Standing> agents, QueueDay day) {
    record Standing(AgentId agent, Presence presence, Instant since) {}
}
