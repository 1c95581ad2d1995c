// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.matching;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.routing.guard.CutOffException;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matching by the strategy that each queue names. Whatever the strategies say, who is due comes first, and the first of
 * a line is due once it was overtaken {@value #CEILING} times.
 */
public final class FloorMatching implements Matching {
    /** So often may others be taken before the first of a line, and no more. */
    public static final int CEILING = 20;

    private static final Logger log = LoggerFactory.getLogger(FloorMatching.class);
    private static final String DUE = "was overtaken long enough / 已到让位上限";

    private final Parts parts;

    /**
     * Makes an empty one.
     *
     * @param queues the queues' settings now, the same list as long as nothing changed
     * @param book the strategies
     */
    public FloorMatching(Supplier<List<QueueSettings>> queues, StrategyBook book) {
        parts = new Parts(queues, book, QueueRules.SLACK_FIRST);
    }

    /**
     * One that knows no queues and has a built-in strategy for all of them: for tests and simulations.
     *
     * @param strategy its id
     */
    public FloorMatching(String strategy) {
        parts = new Parts(List::of, new StrategyBook(), strategy);
    }

    @Override
    public void contactWaits(Waiting contact) {
        parts.refresh();
        parts.put(stillDue(contact));
    }

    @Override
    public void contactGone(ContactId contact) {
        parts.remove(contact);
    }

    @Override
    public void agentChanged(AgentId agent, Optional<FreeAgent> room) {
        parts.put(agent, room);
    }

    @Override
    public Optional<Match> forContact(ContactId contact, Instant now) {
        return untilNobodyFails(() -> parts.part(contact).flatMap(part -> part.floor()
                .contact(contact)
                .flatMap(waiting -> waiting.due() ? forDue(part, waiting, now) : forOther(part, waiting, now))));
    }

    /** A strategy may choose who takes it, but not leave it. */
    private static Optional<Match> forDue(Part part, Waiting contact, Instant now) {
        Optional<Match> chosen = part.forContact(contact, now);
        return chosen.isPresent()
                ? chosen
                : part.floor().agentsFor(contact).findFirst().map(agent -> new Match(contact.id(), agent.agent(), DUE));
    }

    /** The agent chosen takes another first who is due, or whom he takes first of the same line. */
    private Optional<Match> forOther(Part part, Waiting contact, Instant now) {
        Optional<Match> chosen = part.forContact(contact, now);
        if (chosen.isEmpty()) {
            return chosen;
        }
        FreeAgent agent = parts.agent(chosen.get().agent()).orElseThrow();
        Optional<Waiting> due = parts.firstDue(agent);
        if (due.isPresent()) {
            return Optional.of(new Match(due.get().id(), agent.agent(), DUE));
        }
        Optional<Match> match = part.floor().firstOfItsLine(contact, agent)
                ? chosen
                : part.forAgent(agent, now).or(() -> chosen);
        count(agent, part.floor().contact(match.get().contact()).orElseThrow(), now);
        return match;
    }

    @Override
    public Optional<Match> forAgent(AgentId agent, Instant now) {
        return untilNobodyFails(() -> parts.agent(agent).flatMap(there -> {
            Optional<Waiting> due = parts.firstDue(there);
            return due.isPresent() ? Optional.of(new Match(due.get().id(), agent, DUE)) : forAgent(there, now);
        }));
    }

    private Optional<Match> forAgent(FreeAgent agent, Instant now) {
        for (Part part : parts.inTurn(agent)) {
            Optional<Match> match = part.forAgent(agent, now);
            if (match.isPresent()) {
                count(agent, part.floor().contact(match.get().contact()).orElseThrow(), now);
                return match;
            }
        }
        return Optional.empty();
    }

    /** The first of each line that the agent could have taken sees another taken before it. */
    private void count(FreeAgent agent, Waiting taken, Instant now) {
        for (Part part : parts.all()) {
            for (Waiting enough : part.floor().overtaken(agent, taken, CEILING)) {
                part.floor().put(enough.dueSince(now));
            }
        }
    }

    /** One that became due by being overtaken stays it when its place is told again. */
    private Waiting stillDue(Waiting contact) {
        Optional<Instant> since = contact.due()
                ? Optional.empty()
                : parts.part(contact.id())
                        .flatMap(part -> part.floor().contact(contact.id()))
                        .flatMap(Waiting::dueSince);
        return since.isPresent() ? contact.dueSince(since.get()) : contact;
    }

    @Override
    public Optional<Match> again(Instant now) {
        return untilNobodyFails(() -> parts.all().stream()
                .flatMap(part -> part.floor().heads().stream().limit(part.seat().inline() ? Long.MAX_VALUE : 1))
                .sorted(Waiting.RANK)
                .flatMap(head -> forContact(head.id(), now).stream())
                .findFirst());
    }

    @Override
    public boolean keeps() {
        return parts.all().stream()
                .anyMatch(part -> part.floor().heads().stream().anyMatch(head -> fitted(part, head)));
    }

    private static boolean fitted(Part part, Waiting contact) {
        return part.floor().firstFor(contact).isPresent();
    }

    @Override
    public boolean keeps(ContactId contact) {
        return parts.part(contact)
                .filter(part -> fitted(part, part.floor().contact(contact).orElseThrow()))
                .isPresent();
    }

    @Override
    public boolean keeps(AgentId agent) {
        return parts.agent(agent).filter(parts::anythingFor).isPresent();
    }

    /** A plug-in's strategy that fails is cut off, and the question put again: to the default then. */
    private Optional<Match> untilNobodyFails(Supplier<Optional<Match>> question) {
        while (true) {
            parts.refresh();
            try {
                return question.get();
            } catch (CutOffException e) {
                log.debug("Asked again: {}", e.getMessage());
            }
        }
    }
}
