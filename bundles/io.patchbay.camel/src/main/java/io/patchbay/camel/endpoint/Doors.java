// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.command.Commands;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.customer.CustomerSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What routes reach of Patchbay.
 *
 * @param letters takes letters, while it is there
 * @param commands carries commands out
 * @param journal is followed
 * @param vault opens what is sealed
 * @param interactions tells channel and conversation
 * @param people names agents
 * @param positions how far consumers are
 * @param sources makes a source known until what it gives is closed
 */
public record Doors(
        Supplier<Optional<LetterBox>> letters,
        Commands commands,
        Journal journal,
        ContentVault vault,
        Interactions interactions,
        People people,
        Positions positions,
        Function<CustomerSource, AutoCloseable> sources) {
    public Doors {
        Objects.requireNonNull(letters, "letters");
        Objects.requireNonNull(commands, "commands");
        Objects.requireNonNull(journal, "journal");
    }
}
