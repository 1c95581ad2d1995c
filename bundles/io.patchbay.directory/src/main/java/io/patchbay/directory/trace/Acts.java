// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.trace;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.Map;

/** Writes what was done into the journal, in the transaction of the change. */
public final class Acts {
    private final Transactions transactions;
    private final Outbox outbox;
    private final InstantSource clock;

    /**
     * Acts of one unit of persistence.
     *
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param clock says when
     */
    public Acts(Transactions transactions, Outbox outbox, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a command did.
     *
     * @param actor who
     * @param idempotencyKey the command's
     */
    public record By(Actor actor, String idempotencyKey) {
        /**
         * A part of Patchbay by itself.
         *
         * @param name the part
         * @return the doer
         */
        public static By part(String name) {
            return new By(new Actor.Part(name), "");
        }
    }

    /**
     * Changes tables and writes the entry, both or neither.
     *
     * @param by who
     * @param type of the entry
     * @param unit whose thing it is
     * @param body facts; no secrets
     * @param change writes the tables in the running transaction
     */
    public void write(By by, String type, UnitId unit, Map<String, Object> body, Runnable change) {
        transactions.run(em -> {
            change.run();
            JournalDraft draft = JournalDraft.act(clock.instant(), type, by.actor, unit, body);
            outbox.write(em, draft, by.idempotencyKey, Map.of());
        });
    }
}
