// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.restart;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.journal.SqlJournal;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.path.Known;
import io.patchbay.core.path.Numbers;
import io.patchbay.core.path.QueueGroups;
import io.patchbay.core.read.Folding;
import io.patchbay.store.Database;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start does: the last snapshot, the entries since, the lines of what is open, and all of it back to work. */
public final class Restart {
    private static final Logger log = LoggerFactory.getLogger(Restart.class);
    private static final int ENTRIES = 5_000;
    private static final int INTERACTIONS = 500;

    private final SqlJournal journal;
    private final Database database;
    private final ContentVault vault;
    private final Known known;
    private final InstantSource clock;

    public Restart(SqlJournal journal, Database database, ContentVault vault, Known known, InstantSource clock) {
        this.journal = journal;
        this.database = database;
        this.vault = vault;
        this.known = known;
        this.clock = clock;
    }

    /** Restores the open state into the groups and goes on keeping snapshots. */
    public Snapshots restore(QueueGroups groups, Numbers numbers) {
        OpenState state = new OpenState(newest());
        long head = journal.head();
        while (state.seq() < head) {
            state.take(journal.read(state.seq(), ENTRIES));
        }
        Snapshot now = state.snapshot();
        now.numbers().forEach((day, last) -> numbers.seen(day + "-" + last));
        Collection<LiveInteraction> interactions = open(now);
        interactions.forEach(contact -> journal.owned(contact.id(), contact.epoch()));
        groups.restore(agents(now), interactions);
        log.info(
                "Restored {} open interactions and {} agents at entry {}",
                interactions.size(),
                now.agents().size(),
                head);
        return new Snapshots(state, journal, database, clock);
    }

    private Snapshot newest() {
        try {
            return new SnapshotTable(database).newest().orElseGet(Snapshot::empty);
        } catch (SQLException e) {
            throw new IllegalStateException("the snapshot cannot be read: " + e.getMessage(), e);
        }
    }

    private Collection<LiveInteraction> open(Snapshot snapshot) {
        Folding folding = new Folding(vault);
        List<InteractionId> ids = new ArrayList<>(snapshot.open());
        for (int from = 0; from < ids.size(); from += INTERACTIONS) {
            List<JournalEntry> lines = journal.of(ids.subList(from, Math.min(ids.size(), from + INTERACTIONS)));
            folding.take(
                    lines.stream().filter(line -> line.seq() <= snapshot.seq()).toList());
        }
        return folding.interactions().values();
    }

    private List<LiveAgent> agents(Snapshot snapshot) {
        List<LiveAgent> agents = new ArrayList<>();
        snapshot.agents()
                .forEach((id, stand) -> known.person(new UserId(id.value())).ifPresent(person -> {
                    LiveAgent agent = new LiveAgent(id, person, stand.since());
                    agent.presence(stand.presence(), stand.since());
                    agents.add(agent);
                }));
        return agents;
    }
}
