// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.model;

import io.patchbay.api.id.AgentId;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.Matching.Match;
import io.patchbay.spi.routing.Waiting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Plays acts on the real matching as the core would, and on the plain centre beside it. */
final class Play {
    private static final int MOST_WAITING = 60;
    private static final int REMEMBERED = 100;

    private final PlainCentre centre;
    private final Checks checks;
    private final Deque<Waiting> came = new ArrayDeque<>();
    private Matching matching = empty();
    private int questions;

    private Play(long seed) {
        centre = new PlainCentre(seed);
        checks = new Checks(centre);
        centre.workers.values().forEach(this::told);
    }

    private static Matching empty() {
        StrategyBook book = new StrategyBook();
        return new FloorMatching(() -> PlainCentre.QUEUES, book);
    }

    /** What went wrong, if anything did. */
    static Optional<String> of(long seed, List<Act> acts) {
        Play play = new Play(seed);
        try {
            acts.forEach(play::happens);
            play.nobodyIsLost();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void happens(Act act) {
        switch (act.kind()) {
            case ARRIVE -> arrive(act);
            case LEAVE -> PlainCentre.pick(List.copyOf(centre.waiting.keySet()), act.one())
                    .ifPresent(this::leave);
            case ACCEPT -> PlainCentre.pick(List.copyOf(centre.offers.keySet()), act.one())
                    .ifPresent(id -> centre.talks.put(id, centre.offers.remove(id)));
            case DECLINE -> PlainCentre.pick(List.copyOf(centre.offers.keySet()), act.one())
                    .ifPresent(id -> returned(id, true));
            case TIME_OUT -> PlainCentre.pick(List.copyOf(centre.offers.keySet()), act.one())
                    .ifPresent(id -> returned(id, false));
            case END -> PlainCentre.pick(List.copyOf(centre.talks.keySet()), act.one())
                    .ifPresent(this::end);
            case READY -> ready(act, true);
            case NOT_READY -> ready(act, false);
            case PASS -> pass(act.one() % 15);
            case AGAIN -> takeAll(twin -> twin.again(centre.now));
            case CRASH -> matching = rebuilt(true);
        }
    }

    private void arrive(Act act) {
        if (centre.waiting.size() < MOST_WAITING) {
            Waiting contact = centre.arrives(act.one(), act.other());
            came.addLast(contact);
            if (came.size() > REMEMBERED) {
                came.removeFirst();
            }
            waits(contact);
        }
    }

    private void waits(Waiting contact) {
        centre.waits(contact);
        matching.contactWaits(contact);
        untilTaken(contact.id());
    }

    private void leave(ContactId contact) {
        centre.waiting.remove(contact);
        matching.contactGone(contact);
        checks.gone(contact);
    }

    private void returned(ContactId id, boolean declined) {
        AgentId agent = centre.offers.remove(id);
        PlainCentre.Worker worker = centre.workers.get(agent);
        Waiting old = worker.desk.remove(id);
        Set<AgentId> barred = new HashSet<>(old.barred());
        if (declined && old.only().isEmpty() && barred.size() < 2) {
            barred.add(agent);
        }
        worker.ready = declined;
        told(worker);
        waits(new Waiting(
                id,
                old.queue(),
                old.kind(),
                old.needs(),
                old.priority(),
                old.since(),
                old.only(),
                barred,
                Optional.empty()));
        freed(worker);
    }

    private void end(ContactId id) {
        PlainCentre.Worker worker = centre.workers.get(centre.talks.remove(id));
        worker.desk.remove(id);
        worker.idleSince = centre.now;
        freed(worker);
    }

    private void ready(Act act, boolean ready) {
        PlainCentre.Worker worker = PlainCentre.pick(List.copyOf(centre.workers.values()), act.one())
                .orElseThrow();
        worker.ready = ready;
        freed(worker);
    }

    private void freed(PlainCentre.Worker worker) {
        told(worker);
        takeAll(twin -> twin.forAgent(worker.id, centre.now));
    }

    private void told(PlainCentre.Worker worker) {
        matching.agentChanged(worker.id, worker.free());
    }

    /** The core tells when a ceiling is reached, and asks again every second. */
    private void pass(int seconds) {
        centre.now = centre.now.plusSeconds(seconds);
        for (Waiting due : centre.reachCeiling()) {
            if (centre.waiting.replace(due.id(), due) != null) {
                matching.contactWaits(due);
                untilTaken(due.id());
            }
        }
    }

    private void takeAll(Function<Matching, Optional<Match>> question) {
        while (take(question)) {
            questions++;
        }
    }

    private void untilTaken(ContactId contact) {
        while (take(twin -> twin.forContact(contact, centre.now)) && centre.waiting.containsKey(contact)) {
            questions++;
        }
    }

    /** Each tenth question is also put to a matching made anew from what is known. */
    private boolean take(Function<Matching, Optional<Match>> question) {
        Optional<Match> recovered = ++questions % 10 == 0 ? question.apply(rebuilt(false)) : Optional.empty();
        Optional<Match> match = question.apply(matching);
        if (questions % 10 == 0 && !recovered.equals(match)) {
            throw new IllegalStateException("made anew it says " + recovered + ", not " + match);
        }
        match.ifPresent(this::offer);
        return match.isPresent();
    }

    private void offer(Match match) {
        checks.match(match).forEach(due -> centre.waiting.replace(due.id(), due));
        PlainCentre.Worker worker = centre.workers.get(match.agent());
        worker.desk.put(match.contact(), centre.waiting.remove(match.contact()));
        centre.offers.put(match.contact(), match.agent());
        matching.contactGone(match.contact());
        told(worker);
        checks.gone(match.contact());
    }

    /** What the journal knows: who came lately, who waits, who is free. */
    private Matching rebuilt(boolean forget) {
        Matching anew = empty();
        came.forEach(contact -> {
            anew.contactWaits(contact);
            anew.contactGone(contact.id());
        });
        centre.waiting.values().forEach(anew::contactWaits);
        centre.workers.values().forEach(worker -> anew.agentChanged(worker.id, worker.free()));
        if (forget) {
            checks.forget();
        }
        return anew;
    }

    /** In the end everybody who still waits is taken, each once. */
    private void nobodyIsLost() {
        List<Waiting> left = new ArrayList<>(centre.waiting.values());
        pass(86_400);
        for (Waiting contact : left) {
            PlainCentre.Worker any = centre.workers.values().iterator().next();
            AgentId who = contact.only().stream().findFirst().orElse(any.id);
            AgentId helper = contact.barred().contains(who) ? new AgentId("helper") : who;
            boolean taken = centre.offers.containsKey(contact.id())
                    || alone(contact, helper).filter(contact.id()::equals).isPresent();
            if (!taken) {
                throw new IllegalStateException("it was lost: " + contact);
            }
        }
    }

    /** Whether somebody who can do everything finds it, when nobody else waits any more. */
    private Optional<ContactId> alone(Waiting contact, AgentId who) {
        List.copyOf(centre.waiting.keySet()).stream()
                .filter(other -> !other.equals(contact.id()))
                .forEach(matching::contactGone);
        matching.agentChanged(
                who,
                Optional.of(new io.patchbay.spi.routing.FreeAgent(
                        who, contact.needs(), Set.of(contact.kind()), 0, centre.now)));
        Optional<ContactId> found = matching.forAgent(who, centre.now).map(Match::contact);
        matching.agentChanged(who, Optional.empty());
        centre.waiting.values().forEach(matching::contactWaits);
        return found;
    }
}
