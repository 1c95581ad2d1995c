// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.floor.PastFloor;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the wallboard reads.
 *
 * @param live figures of queues
 * @param queues names and goals
 * @param agents agents now
 * @param interactions open contacts
 * @param reasons why contacts wait or go
 * @param alarms those that are not over; none while nobody raises any
 * @param formerAlarms those that are over, as far as they are remembered
 * @param past the floor as it was
 */
record Floor(
        LiveQueues live,
        Queues queues,
        Agents agents,
        Interactions interactions,
        Reasons reasons,
        Supplier<List<Alarm>> alarms,
        Supplier<List<Alarm>> formerAlarms,
        PastFloor past) {}
