// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.journal.JournalDraft;
import io.patchbay.retention.api.RetentionRule;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rules with their history. Every change takes its journal entry along. */
public final class RuleTable {
    private final Transactions transactions;
    private final Outbox outbox;

    public RuleTable(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** The rules as they are now, also those whose time has not come. */
    public List<RetentionRule> rules() {
        return transactions.call(em ->
                em
                        .createQuery("select r from RuleRow r where r.endedAt is null", RuleRow.class)
                        .getResultList()
                        .stream()
                        .map(RuleRow::rule)
                        .toList());
    }

    public Optional<RetentionRule> rule(UUID id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** All that a rule ever was, oldest first. */
    public List<RuleVersion> history(UUID id) {
        return transactions.call(em -> em
                .createQuery("select r from RuleRow r where r.rule = :rule order by r.setAt", RuleRow.class)
                .setParameter("rule", id.toString())
                .getResultList()
                .stream()
                .map(RuleRow::version)
                .toList());
    }

    public void set(RetentionRule rule, JournalDraft entry, String key) {
        transactions.run(em -> {
            end(em, rule.id(), entry.actor(), entry.at());
            em.persist(new RuleRow(rule, entry.actor(), entry.at()));
            outbox.write(em, entry, key, Map.of("rule", rule.id().toString()));
        });
    }

    public void remove(RetentionRule rule, JournalDraft entry, String key) {
        transactions.run(em -> {
            end(em, rule.id(), entry.actor(), entry.at());
            outbox.write(em, entry, key, Map.of());
        });
    }

    private static void end(EntityManager em, UUID rule, String by, Instant at) {
        em.createQuery("select r from RuleRow r where r.rule = :rule and r.endedAt is null", RuleRow.class)
                .setParameter("rule", rule.toString())
                .getResultList()
                .forEach(row -> row.end(by, at));
    }
}
