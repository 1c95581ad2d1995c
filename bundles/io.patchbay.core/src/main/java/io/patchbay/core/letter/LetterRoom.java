// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.journal.Journal;
import io.patchbay.core.path.Doorway;
import io.patchbay.core.read.LiveInteractions;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.store.Database;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** All that takes letters, put together. */
public final class LetterRoom implements AutoCloseable {
    private final Correspondence correspondence;
    private final Letters letters;
    private final Threading threading;
    private final Reports reports;
    private final Doorway door;
    private final InstantSource clock;
    private final Executor pool;

    /** Begins to follow the journal; {@code pool} waits for database and disk. */
    public LetterRoom(
            Database database,
            Journal journal,
            ContentVault vault,
            CustomerIdentification identification,
            Interactions interactions,
            LiveInteractions live,
            Doorway door,
            Attachments attachments,
            InstantSource clock,
            Executor pool) {
        correspondence = new Correspondence(database, journal, vault);
        this.door = door;
        this.clock = clock;
        this.pool = pool;
        threading = new Threading(correspondence, identification, interactions, clock);
        reports = new Reports(door, interactions, journal, clock, pool);
        letters = new Letters(correspondence, threading, door, live, attachments, clock, pool);
    }

    public LetterBox box() {
        return letters;
    }

    public Reports reports() {
        return reports;
    }

    /** Writes to an address, in the conversation with it that goes on; an answer may come before the tables have it. */
    public CompletionStage<CommandResult> write(Actor actor, OutboundCommand.WriteTo command, String key) {
        return CompletableFuture.supplyAsync(
                        () -> threading.of(command).orElseGet(() -> ConversationId.at(clock.millis())), pool)
                .thenCompose(conversation -> door.write(command, conversation, actor, key)
                        .thenApply(result -> {
                            if (result instanceof CommandResult.Done) {
                                correspondence.wrote(command.to(), conversation, clock.instant());
                            }
                            return result;
                        }));
    }

    @Override
    public void close() {
        correspondence.close();
    }
}
