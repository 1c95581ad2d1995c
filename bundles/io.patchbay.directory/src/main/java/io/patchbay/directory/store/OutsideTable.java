// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.UserId;
import io.patchbay.store.Transactions;

/** Which identity outside belongs to an account: the first one that was proven for it, and no other afterwards. */
public final class OutsideTable {
    private final Transactions transactions;

    /**
     * The table of one unit.
     *
     * @param transactions of the persistence unit {@code directory}
     */
    public OutsideTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Whether an identity is the account's; the first one becomes it.
     *
     * @param provider who proved it
     * @param user the account
     * @param subject the identity's lasting id there
     * @return false if another one came before
     */
    public boolean belongs(String provider, UserId user, String subject) {
        return transactions.call(em -> {
            var known = Sql.rows(
                    em,
                    "select subject, person from outside_identity where provider = ? and person = ?",
                    provider,
                    user.value());
            if (known.isEmpty()) {
                Sql.run(
                        em,
                        "insert into outside_identity (provider, person, subject) values (?, ?, ?)",
                        provider,
                        user.value(),
                        subject);
            }
            return known.isEmpty() || known.get(0)[0].equals(subject);
        });
    }
}
