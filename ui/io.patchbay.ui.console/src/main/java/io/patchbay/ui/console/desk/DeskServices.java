// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;

/**
 * What the desk reads.
 *
 * @param agents desks, colleagues
 * @param interactions contacts and messages
 * @param queues names, codes
 * @param live figures of queues
 * @param customers who they are
 * @param calls running calls and phones
 */
record DeskServices(
        Agents agents,
        Interactions interactions,
        Queues queues,
        LiveQueues live,
        Customers customers,
        CallFeed calls) {}
