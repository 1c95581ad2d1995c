// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Problem;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** When a waiting contact leaves its queue without an agent: by a way out that holds, or because too much waits. */
final class Leaving {
    private final SlotState state;
    private final Surroundings around;

    Leaving(SlotState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    /** The first way out of its queue that holds; none for a contact that was moved to an agent by name. */
    Optional<InteractionEvent.Overflowed> overflow(LiveInteraction contact, QueueSettings queue, Instant now) {
        if (contact.only().isPresent()) {
            return Optional.empty();
        }
        for (QueueRules.Overflow way : queue.rules().overflow()) {
            OptionalInt found = found(way, contact, queue, now);
            if (found.isPresent() && around.queue(way.to()).isPresent()) {
                return Optional.of(new InteractionEvent.Overflowed(
                        queue.id(), way.to(), way.when(), way.threshold(), found.getAsInt()));
            }
        }
        return Optional.empty();
    }

    /** What is found, if the way holds. */
    private OptionalInt found(QueueRules.Overflow way, LiveInteraction contact, QueueSettings queue, Instant now) {
        return switch (way.when()) {
            case WAIT -> atLeast((int) waited(contact, now).toSeconds(), way.threshold());
            case POSITION -> atLeast(before(contact), way.threshold());
            case SERVICE_LEVEL -> around.serviceLevel(queue.id())
                    .map(level -> (int) Math.floor(level * 100))
                    .map(percent -> below(percent, way.threshold()))
                    .orElse(OptionalInt.empty());
            case STAFFING -> below(staff(queue), way.threshold());
            case CLOSED -> around.open(queue) ? OptionalInt.empty() : OptionalInt.of(0);
        };
    }

    private static OptionalInt atLeast(int found, int threshold) {
        return found >= threshold ? OptionalInt.of(found) : OptionalInt.empty();
    }

    private static OptionalInt below(int found, int threshold) {
        return found < threshold ? OptionalInt.of(found) : OptionalInt.empty();
    }

    private static Duration waited(LiveInteraction contact, Instant now) {
        return Duration.between(contact.queuedAt().orElse(now), now);
    }

    /** Contacts of its queue that were there before it. */
    private int before(LiveInteraction contact) {
        Instant since = contact.queuedAt().orElse(Instant.MAX);
        return (int) state.interactions().stream()
                .filter(other -> other.queued() && other.queue().equals(contact.queue()) && other != contact)
                .filter(other -> other.queuedAt().orElse(Instant.MAX).isBefore(since))
                .count();
    }

    /** Agents who have what the queue asks for at first and are at work. */
    private int staff(QueueSettings queue) {
        return (int) state.agents().stream()
                .filter(agent -> agent.presence() instanceof Presence.Ready)
                .map(LiveAgent::person)
                .filter(person -> queue.steps().get(0).takes(person.work().skills()))
                .count();
    }

    /** Why nobody can be kept waiting, if so. Letters wait, and so does who was answered already. */
    Optional<Problem> limit(LiveInteraction contact, QueueSettings queue, Instant now) {
        if (contact.byLetter()
                || contact.answeredAt().isPresent()
                || state.session(contact.id()).isEmpty()) {
            return Optional.empty();
        }
        QueueRules.Limits limits = queue.rules().limits();
        if (limits.waiting() > 0 && before(contact) >= limits.waiting()) {
            return Optional.of(Problem.of(
                    "queue-full", "Everyone is busy and too many wait. Try again later.", "当前排队人数已满，请稍后再试。"));
        }
        boolean tooLong = !limits.longest().isZero() && waited(contact, now).compareTo(limits.longest()) >= 0;
        return tooLong
                ? Optional.of(Problem.of(
                        "waited-too-long",
                        "Nobody was free in time. Try again later or leave a message.",
                        "暂时无人可以接待，请稍后再试或留言。"))
                : Optional.empty();
    }
}
