// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.staff;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.command.Commands;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.people.People;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.pace.Clockwork;

/** What the simulated agents work with. */
public record Room(
        Commands commands,
        Agents agents,
        Interactions interactions,
        People people,
        Matters matters,
        Clockwork clockwork) {}
