// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.model;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.routing.matching.NamedQueues;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The truth of the model: who waits, who has whom, kept in plain maps and searched from end to end. */
final class PlainCentre {
    static final List<QueueSettings> QUEUES = List.of(
            NamedQueues.queue("loans", "slack-first"),
            NamedQueues.queue("cards", "slack-first"),
            NamedQueues.queue("vip", "longest-idle"),
            NamedQueues.queue("mortgage", "best-skill"),
            NamedQueues.queue("chat", "least-occupied"));
    private static final int AGENTS = 6;
    private static final int CEILING_SECONDS = 120;
    private static final WorkKind CALL = new WorkKind("call");
    private static final WorkKind CHAT = new WorkKind("chat");
    private static final Map<WorkKind, Integer> CAPACITY = Map.of(CALL, 1, CHAT, 2);

    /** Someone who works. */
    static final class Worker {
        final AgentId id;
        final Map<SkillId, Integer> skills;
        final Map<ContactId, Waiting> desk = new LinkedHashMap<>();
        boolean ready = true;
        Instant idleSince;

        Worker(AgentId id, Map<SkillId, Integer> skills, Instant now) {
            this.id = id;
            this.skills = Map.copyOf(skills);
            this.idleSince = now;
        }

        boolean room(WorkKind kind) {
            return desk.values().stream().filter(one -> one.kind().equals(kind)).count() < CAPACITY.get(kind);
        }

        Optional<FreeAgent> free() {
            Set<WorkKind> open = new HashSet<>();
            CAPACITY.keySet().stream().filter(this::room).forEach(open::add);
            return ready && !open.isEmpty()
                    ? Optional.of(new FreeAgent(id, skills, open, desk.size(), idleSince))
                    : Optional.empty();
        }
    }

    final Map<AgentId, Worker> workers = new LinkedHashMap<>();
    final Map<ContactId, Waiting> waiting = new LinkedHashMap<>();
    /** Offered and not yet answered. */
    final Map<ContactId, AgentId> offers = new LinkedHashMap<>();
    /** Connected. */
    final Map<ContactId, AgentId> talks = new LinkedHashMap<>();

    final Map<ContactId, Integer> ahead = new HashMap<>();
    Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private int number;

    PlainCentre(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < AGENTS; i++) {
            Map<SkillId, Integer> skills = new HashMap<>();
            for (QueueSettings queue : QUEUES) {
                if (random.nextInt(3) > 0) {
                    skills.put(new SkillId(queue.id().value()), 1 + random.nextInt(10));
                }
            }
            AgentId id = new AgentId("a" + i);
            workers.put(id, new Worker(id, skills, now));
        }
    }

    /** A new contact, by chance with credit, a level, or one agent it waits for. */
    Waiting arrives(int one, int other) {
        QueueId queue = QUEUES.get(one % QUEUES.size()).id();
        int level = 1 + other % 4;
        Set<AgentId> only = other % 31 == 0 ? Set.of(new AgentId("a" + one % AGENTS)) : Set.of();
        return new Waiting(
                new ContactId(new UUID(++number, 0)),
                queue,
                queue.value().equals("chat") ? CHAT : CALL,
                Map.of(new SkillId(queue.value()), level),
                other % 11 == 0 ? 5 : 0,
                now,
                only,
                Set.of(),
                Optional.empty());
    }

    void waits(Waiting contact) {
        waiting.put(contact.id(), contact);
        for (Waiting mate : waiting.values()) {
            if (!mate.id().equals(contact.id()) && sameLine(mate, contact)) {
                Waiting behind = Waiting.RANK.compare(contact, mate) < 0 ? mate : contact;
                ahead.merge(behind.id(), 1, Integer::sum);
            }
        }
    }

    static boolean sameLine(Waiting one, Waiting other) {
        return one.queue().equals(other.queue())
                && one.kind().equals(other.kind())
                && one.needs().equals(other.needs())
                && one.only().equals(other.only());
    }

    /** Those that reached their queue's ceiling and are not yet due. */
    List<Waiting> reachCeiling() {
        return waiting.values().stream()
                .filter(one ->
                        !one.due() && !one.since().plusSeconds(CEILING_SECONDS).isAfter(now))
                .map(one -> one.dueSince(one.since().plusSeconds(CEILING_SECONDS)))
                .toList();
    }

    static <T> Optional<T> pick(List<T> from, int number) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(number % from.size()));
    }
}
