// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Party;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** What must hold for an entry: not over yet, its queue there, and nobody meant twice at the same time. */
final class ListRules {
    private final Predicate<QueueId> queues;
    private final Predicate<CustomerId> customers;

    ListRules(Predicate<QueueId> queues, Predicate<CustomerId> customers) {
        this.queues = queues;
        this.customers = customers;
    }

    /** {@code today} is the entry's own. */
    Optional<Problem> against(ListEntry entry, Collection<Listed> others, LocalDate today) {
        if (entry.term().until().isBefore(today)) {
            return no(
                    "expired",
                    "The entry ended on {0}. Give a day from {1} on.",
                    "条目已于 {0} 到期，请填写 {1} 或之后的日期。",
                    entry.term().until(),
                    today);
        }
        Optional<QueueId> unknown = entry.rule().queue().filter(queues.negate());
        if (unknown.isPresent()) {
            return no("unknown-queue", "There is no queue \"{0}\".", "没有队列“{0}”。", unknown.get());
        }
        if (entry.party() instanceof Party.OfCustomer of && !customers.test(of.customer())) {
            return no("unknown-customer", "There is no customer {0}.", "没有客户 {0}。", of.customer());
        }
        return others.stream()
                .map(Listed::entry)
                .filter(other -> !other.id().equals(entry.id()) && overlaps(entry, other))
                .findFirst()
                .flatMap(other -> no(
                        "already-listed",
                        "The same party is on the {0} list until {1}. Change that entry or choose other days.",
                        "同一对象已在{2}名单中，至 {1}，请修改该条目或另选日期。",
                        other.colour().wire(),
                        other.term().until(),
                        other.colour() == ListEntry.Colour.RED ? "红" : "黑"));
    }

    private static boolean overlaps(ListEntry one, ListEntry other) {
        return one.term().meets(other.term()) && same(one.party(), other.party());
    }

    /** Ranges of numbers overlap when one holds the other; a single number within a range is an exception from it. */
    private static boolean same(Party one, Party other) {
        if (one instanceof Party.Numbers a && other instanceof Party.Numbers b) {
            return a.prefix().startsWith(b.prefix()) || b.prefix().startsWith(a.prefix());
        }
        return one.equals(other);
    }

    private static Optional<Problem> no(String code, String english, String chinese, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return Optional.of(Problem.of(code, english, chinese, texts));
    }
}
