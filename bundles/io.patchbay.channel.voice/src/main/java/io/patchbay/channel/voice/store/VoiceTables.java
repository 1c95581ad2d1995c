// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Numbers, phones and registrations in their tables. Every change that a person makes takes its journal entry along.
 */
public final class VoiceTables {
    private static final int LONGEST_CONTACT = 500;
    private static final int LONGEST_DIALOG = 8_000;
    private static final int LONGEST_ID = 400;

    private final Transactions transactions;
    private final Outbox outbox;

    public VoiceTables(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** The journal entry of a change, and the command's key, empty for none. */
    public record Told(JournalDraft entry, String idempotencyKey) {}

    public List<DialledNumber> numbers() {
        return all(NumberRow.class).stream().map(NumberRow::number).toList();
    }

    public List<Phone> phones() {
        return all(PhoneRow.class).stream().map(PhoneRow::phone).toList();
    }

    public List<Binding> bindings() {
        return all(BindingRow.class).stream().map(BindingRow::binding).toList();
    }

    /** Whose phones answer by themselves. */
    public Set<AgentId> answering() {
        return all(AnsweringRow.class).stream()
                .map(row -> new AgentId(row.agent()))
                .collect(Collectors.toSet());
    }

    private <T> List<T> all(Class<T> type) {
        return transactions.call(em -> em.createQuery("select r from " + type.getSimpleName() + " r", type)
                .getResultList());
    }

    public void save(DialledNumber number, Told told) {
        change(told, em -> em.merge(new NumberRow(number)));
    }

    public void save(Phone phone, Told told) {
        change(told, em -> em.merge(new PhoneRow(phone)));
    }

    public void removeNumber(String number, Told told) {
        change(told, em -> em.remove(em.getReference(NumberRow.class, number)));
    }

    public void removePhone(String extension, Told told) {
        change(told, em -> em.remove(em.getReference(PhoneRow.class, extension)));
    }

    /** Has an agent's phone answer by itself, or no longer. */
    public void answers(AgentId agent, boolean byItself, Told told) {
        change(told, em -> {
            AnsweringRow row = em.merge(new AnsweringRow(agent.value()));
            if (!byItself) {
                em.remove(row);
            }
        });
    }

    private void change(Told told, Consumer<EntityManager> work) {
        transactions.run(em -> {
            work.accept(em);
            outbox.write(em, told.entry(), told.idempotencyKey(), Map.of());
        });
    }

    /** What was kept of answered calls. */
    public List<KeptDialog> dialogs() {
        return all(DialogRow.class).stream().map(DialogRow::dialog).toList();
    }

    /** Keeps those dialogs as they are now; an empty one is over. */
    public void keepDialogs(Map<String, Optional<KeptDialog>> dialogs) {
        transactions.run(em -> dialogs.forEach((id, dialog) -> {
            if (dialog.filter(kept -> kept.text().length() <= LONGEST_DIALOG && id.length() <= LONGEST_ID)
                    .isPresent()) {
                em.merge(new DialogRow(dialog.get()));
            } else {
                em.createQuery("delete from DialogRow r where r.id = :id")
                        .setParameter("id", id)
                        .executeUpdate();
            }
        }));
    }

    /** Keeps where phones are: of each extension exactly what is given. */
    public void keep(Map<String, List<Binding>> bindings) {
        transactions.run(em -> bindings.forEach((extension, now) -> {
            em.createQuery("delete from BindingRow r where r.extension = :extension")
                    .setParameter("extension", extension)
                    .executeUpdate();
            now.stream()
                    .filter(binding -> binding.contact().length() <= LONGEST_CONTACT)
                    .forEach(binding -> em.persist(new BindingRow(binding)));
        }));
    }
}
