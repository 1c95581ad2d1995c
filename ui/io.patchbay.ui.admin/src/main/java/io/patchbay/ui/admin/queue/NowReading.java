// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.RoutingWords;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.text.Masks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads who waits in a queue now and the newest reason of each. Waits for the database. */
final class NowReading {
    private static final int MOST = 8;
    private final QueueServices services;
    private final Scope scope;
    private final Locale locale;

    /**
     * A contact that waits.
     *
     * @param id which
     * @param who his name, his masked address or the contact's number
     * @param since when it began to wait
     * @param step the step it is in, from 1
     * @param why the newest reason; empty if none was written yet
     */
    record Waiting(InteractionId id, String who, Instant since, int step, String why) {}

    /**
     * Who waits now.
     *
     * @param all how many
     * @param first those who came first
     */
    record Now(int all, List<Waiting> first) {}

    NowReading(QueueServices services, Scope scope, Locale locale) {
        this.services = services;
        this.scope = scope;
        this.locale = locale;
    }

    Now read(QueueId queue, Instant now) {
        List<Interaction> waiting = services.interactions().open(scope).stream()
                .filter(one -> one.placement().queue().equals(queue))
                .filter(one -> one.state() == InteractionState.WAITING || one.state() == InteractionState.OFFERED)
                .sorted(Comparator.comparing(NowReading::since))
                .toList();
        List<Interaction> first = waiting.subList(0, Math.min(MOST, waiting.size()));
        Map<InteractionId, String> reasons = reasons(first);
        return new Now(
                waiting.size(),
                first.stream()
                        .map(one -> new Waiting(
                                one.id(),
                                who(one),
                                since(one),
                                step(queue, Duration.between(since(one), now)),
                                reasons.getOrDefault(one.id(), "")))
                        .toList());
    }

    private Map<InteractionId, String> reasons(List<Interaction> contacts) {
        Map<InteractionId, String> reasons = new HashMap<>();
        if (contacts.isEmpty()) {
            return reasons;
        }
        ReadOut.Names names = services.names(scope);
        RoutingWords words = new RoutingWords(locale, names.agent(), names.skill(), names.queue());
        for (JournalEntry entry :
                services.journal().of(contacts.stream().map(Interaction::id).toList())) {
            CoreEvents.read(entry)
                    .flatMap(words::text)
                    .ifPresent(text -> reasons.put(entry.interaction().orElseThrow(), text));
        }
        return reasons;
    }

    private int step(QueueId queue, Duration waited) {
        return services.queues()
                .queue(scope, queue)
                .map((QueueSettings settings) -> settings.stepAfter(waited) + 1)
                .orElse(1);
    }

    private static Instant since(Interaction contact) {
        return contact.times().queuedAt().orElse(contact.times().arrivedAt());
    }

    private static String who(Interaction contact) {
        return contact.contact()
                .name()
                .or(() -> contact.contact().remote().map(Masks::masked))
                .orElse(contact.number());
    }
}
