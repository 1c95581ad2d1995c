// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Queues, skills and codes in their tables. Every change takes its journal entry along. */
public final class SettingsTables {
    private final Transactions transactions;
    private final Outbox outbox;

    public SettingsTables(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** All there is. */
    public record Everything(
            List<QueueSettings> queues, List<Skill> skills, List<CodeChange> codes, WorkMatrix matrix) {}

    /** The journal entry of a change, and the command's key, empty for none. */
    public record Told(JournalDraft entry, String idempotencyKey) {}

    public Everything load() {
        return transactions.call(em -> new Everything(
                all(em, QueueRow.class).stream().map(QueueRow::queue).toList(),
                all(em, SkillRow.class).stream().map(SkillRow::skill).toList(),
                all(em, CodeVersionRow.class).stream()
                        .map(CodeVersionRow::change)
                        .toList(),
                new WorkMatrix(all(em, MeetingRow.class).stream()
                        .collect(Collectors.toMap(MeetingRow::doing, MeetingRow::coming)))));
    }

    private static <T> List<T> all(EntityManager em, Class<T> type) {
        return em.createQuery("select r from " + type.getSimpleName() + " r", type)
                .getResultList();
    }

    public void save(QueueSettings queue, Told told) {
        change(told, em -> em.merge(new QueueRow(queue)));
    }

    public void save(Skill skill, Told told) {
        change(told, em -> em.merge(new SkillRow(skill)));
    }

    public void save(CodeChange change, Told told) {
        change(told, em -> em.persist(new CodeVersionRow(change)));
    }

    public void save(QueueCommand.SaveMeetings save, Told told) {
        change(told, em -> em.merge(new MeetingRow(save.doing(), save.coming())));
    }

    public void remove(QueueId queue, Told told) {
        change(told, em -> em.remove(em.getReference(QueueRow.class, queue.value())));
    }

    public void remove(SkillId skill, Told told) {
        change(told, em -> em.remove(em.getReference(SkillRow.class, skill.value())));
    }

    private void change(Told told, Consumer<EntityManager> work) {
        transactions.run(em -> {
            work.accept(em);
            outbox.write(em, told.entry(), told.idempotencyKey(), Map.of());
        });
    }
}
