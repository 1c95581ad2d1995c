// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.staff;

import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionCommand.AcceptAssignment;
import io.patchbay.api.interaction.InteractionCommand.CompleteAssignment;
import io.patchbay.api.interaction.InteractionCommand.DeclineAssignment;
import io.patchbay.api.people.Person;
import io.patchbay.api.watch.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A simulated agent: takes what is offered, now and then does not, answers, wraps up, goes for a break. He does it by
 * the same commands as a person. On the town's thread.
 */
public final class Colleague {
    private static final String WINDOW = "town";
    private static final List<String> CODES = List.of("enquiry", "business", "enquiry", "other", "complaint");
    private static final List<String> REASONS = List.of("break", "meeting", "break");
    private static final int DECLINES_PERCENT = 3;
    private static final Duration COMES_BACK = Duration.ofSeconds(15);

    private final Room room;
    private final Person person;
    private final AgentId id;
    private final Random random;
    private final Set<InteractionId> seen = new HashSet<>();
    private final Map<InteractionId, Attention> work = new HashMap<>();
    private Presence presence = new Presence.LoggedOut();
    private boolean coming;
    private boolean idle = true;
    private Optional<Watch> watch = Optional.empty();

    public Colleague(Room room, Person person, Random random) {
        this.room = room;
        this.person = person;
        this.random = random;
        id = new AgentId(person.user().value());
    }

    /** Comes to work. */
    public void begin() {
        room.agents().windowOpened(id, WINDOW);
        watch = Optional.of(room.agents().watch(id, desk -> room.clockwork().run(() -> look(desk))));
        become(new Presence.Ready());
    }

    /** Goes home. */
    public void end() {
        watch.ifPresent(Watch::close);
        become(new Presence.LoggedOut());
        room.agents().windowClosed(id, WINDOW);
    }

    /** Whether he is at work and has nothing to do. */
    public boolean isIdle() {
        return idle && presence instanceof Presence.Ready;
    }

    /** Away for a while. */
    public void goOnBreak() {
        become(new Presence.NotReady(REASONS.get(random.nextInt(REASONS.size()))));
        comeBackAfter(seconds(60, 150));
    }

    /** Whether he is away. */
    public boolean isAway() {
        return presence instanceof Presence.NotReady;
    }

    private void comeBackAfter(Duration pause) {
        if (!coming) {
            coming = true;
            room.clockwork().after(pause, () -> {
                coming = false;
                become(new Presence.Ready());
            });
        }
    }

    private void become(Presence wish) {
        run(new AgentCommand.ChangePresence(id, wish));
    }

    private void look(AgentDesk desk) {
        presence = desk.state().presence();
        idle = desk.state().load().idle();
        if (presence instanceof Presence.NotReady) {
            comeBackAfter(COMES_BACK);
        }
        Set<InteractionId> here = new HashSet<>();
        for (AgentDesk.Offer offer : desk.offers()) {
            here.add(offer.interaction());
            if (seen.add(offer.interaction())) {
                boolean declines = random.nextInt(100) < DECLINES_PERCENT;
                after(
                        1,
                        4,
                        () -> run(
                                declines
                                        ? new DeclineAssignment(offer.interaction())
                                        : new AcceptAssignment(offer.interaction())));
            }
        }
        for (AgentDesk.OpenAssignment one : desk.assignments()) {
            here.add(one.interaction());
            turnTo(one);
        }
        seen.retainAll(here);
        work.keySet().retainAll(here);
    }

    private void turnTo(AgentDesk.OpenAssignment one) {
        InteractionId contact = one.interaction();
        if (one.phase() == AgentDesk.Phase.ACTIVE) {
            if (!work.containsKey(contact)) {
                Attention attention = new Attention(room, contact, random, this::run, () -> work.containsKey(contact));
                work.put(contact, attention);
                attention.begin();
            }
        } else if (one.phase() == AgentDesk.Phase.WRAP_UP && work.get(contact) != Attention.NONE) {
            work.put(contact, Attention.NONE);
            String code = CODES.get(random.nextInt(CODES.size()));
            after(3, 9, () -> run(new CompleteAssignment(contact, Optional.of(code), "")));
        }
    }

    private void after(int least, int most, Runnable deed) {
        room.clockwork().after(seconds(least, most), deed);
    }

    private Duration seconds(int least, int most) {
        return Duration.ofMillis(1000L * least + random.nextInt(1000 * (most - least)));
    }

    /** What is refused was overtaken by something else. */
    private void run(Command command) {
        var unused = room.commands()
                .execute(new Actor.Person(person.user(), room.people().scope(person.user())), command, "");
    }
}
