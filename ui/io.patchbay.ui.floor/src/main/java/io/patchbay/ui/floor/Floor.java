// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;

/**
 * What the wallboard reads.
 *
 * @param live figures of queues
 * @param queues names and goals
 * @param agents agents now
 * @param interactions open contacts
 */
record Floor(LiveQueues live, Queues queues, Agents agents, Interactions interactions) {}
