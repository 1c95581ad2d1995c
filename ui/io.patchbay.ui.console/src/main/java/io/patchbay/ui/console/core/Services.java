// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.command.Commands;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.people.People;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.recording.Recordings;
import io.patchbay.api.signin.AccountSecurity;
import java.time.Clock;

/**
 * The services of the core that the console reads and commands.
 *
 * @param people units, people, scopes
 * @param signIn sessions
 * @param agents desks and presence
 * @param interactions contacts and messages
 * @param queues settings and codes
 * @param live figures of queues
 * @param commands the one door for changes
 * @param customers customers
 * @param recordings recorded sound
 * @param security sessions and second factors
 * @param clock the time
 */
public record Services(
        People people,
        SignIn signIn,
        Agents agents,
        Interactions interactions,
        Queues queues,
        LiveQueues live,
        Commands commands,
        Customers customers,
        Recordings recordings,
        AccountSecurity security,
        Clock clock) {}
