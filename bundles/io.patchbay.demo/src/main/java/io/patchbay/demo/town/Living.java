// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand.Target;
import io.patchbay.api.interaction.InteractionCommand.TransferInteraction;
import io.patchbay.api.people.Person;
import io.patchbay.api.watch.Watch;
import io.patchbay.demo.api.TownPace;
import io.patchbay.demo.api.TownState;
import io.patchbay.demo.town.folk.Townsfolk;
import io.patchbay.demo.town.line.Line;
import io.patchbay.demo.town.line.Visit;
import io.patchbay.demo.town.pace.Arrivals;
import io.patchbay.demo.town.pace.DayCurve;
import io.patchbay.demo.town.pace.TownDay;
import io.patchbay.demo.town.seed.Errands;
import io.patchbay.demo.town.seed.Staff;
import io.patchbay.demo.town.staff.Colleague;
import io.patchbay.demo.town.staff.Room;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The town at work: its clock, its street, its agents. Plain Java; everything happens on the town's thread. */
final class Living {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BREAK_ODDS = 40;
    private static final int MOST_AWAY = 2;
    private static final Set<String> NAMED = Set.of("alice", "bob", "carol");

    private final Room room;
    private final InstantSource clock;
    private final Memory memory;
    private final Bounds bounds;
    private final Random random = new Random();
    private final Street street;
    private final List<Colleague> colleagues;
    private final TownDay day;
    private final Arrivals arrivals;
    private Optional<Watch> watch = Optional.empty();
    private TownPace pace;
    private long contacts;
    private boolean awake;
    private volatile TownState state;

    Living(Room room, InstantSource clock, Memory memory, Bounds bounds) {
        this.room = room;
        this.clock = clock;
        this.memory = memory;
        this.bounds = bounds;
        pace = memory.pace();
        contacts = memory.contacts();
        street = new Street(
                Townsfolk.all(),
                room.matters(),
                random,
                room.clockwork(),
                clock,
                (it, agent) -> handOver(it.id(), agent));
        colleagues = Staff.people().stream()
                .map(person -> new Colleague(room, person, random))
                .toList();
        day = new TownDay(clock.instant(), pace.daySpeed());
        arrivals = new Arrivals(random, clock.instant());
        state = picture();
    }

    /** Everything is made: the agents come and the customers may. */
    void wake() {
        room.clockwork().run(() -> {
            awake = true;
            watch = Optional.of(
                    room.interactions().watch(one -> room.clockwork().run(() -> street.take(one))));
            colleagues.forEach(Colleague::begin);
        });
        room.clockwork().every(TICK, this::tick);
        room.clockwork().every(MINUTE, this::minute);
    }

    private void tick() {
        Instant now = clock.instant();
        List<ChannelKey> due = arrivals.due(now, pace, factor(now));
        if (bounds.halt(contacts) == TownState.Halt.NONE) {
            due.forEach(channel ->
                    come(channel, random.nextInt(100) < pace.guests() && aPersonIsReady(), Optional.empty()));
        }
        street.sweep();
        state = picture();
    }

    private boolean come(ChannelKey channel, boolean guest, Optional<AgentId> wanted) {
        boolean came = street.begin(channel, guest, wanted);
        contacts += came ? 1 : 0;
        return came;
    }

    private boolean aPersonIsReady() {
        return room.agents().agents(Scope.system()).stream()
                .anyMatch(agent -> NAMED.contains(agent.agent().value()) && agent.presence() instanceof Presence.Ready);
    }

    private void minute() {
        bounds.look();
        long away = colleagues.stream().filter(Colleague::isAway).count();
        for (Colleague one : colleagues) {
            if (away < MOST_AWAY && one.isIdle() && random.nextInt(BREAK_ODDS) == 0) {
                one.goOnBreak();
                away++;
            }
        }
        memory.keep(pace, contacts);
    }

    private double factor(Instant now) {
        return pace.rushHours() ? DayCurve.at(day.at(now)) : 1;
    }

    private TownState picture() {
        Instant now = clock.instant();
        LocalTime time = day.at(now);
        return new TownState(
                pace,
                time,
                factor(now),
                pace.rushHours() ? DayCurve.hours() : Collections.nCopies(24, 1.0),
                street.tallies(),
                contacts,
                Bounds.MOST_CONTACTS,
                awake ? bounds.halt(contacts) : TownState.Halt.PREPARING,
                Staff.people().stream().map(Person::user).toList());
    }

    TownState state() {
        return state;
    }

    void pace(TownPace wish) {
        room.clockwork().run(() -> {
            day.speed(clock.instant(), wish.daySpeed());
            pace = wish;
            memory.keep(pace, contacts);
            state = picture();
        });
    }

    /** Somebody gets in touch with one of the named people; tells whether somebody could. */
    CompletableFuture<Boolean> bring(ChannelKey channel, AgentId agent) {
        CompletableFuture<Boolean> came = new CompletableFuture<>();
        room.clockwork()
                .run(() -> came.complete(
                        bounds.halt(contacts) != TownState.Halt.DISK && come(channel, true, Optional.of(agent))));
        return came;
    }

    private void handOver(InteractionId contact, AgentId agent) {
        CompletableFuture<CommandResult> unused = room.commands()
                .execute(Errands.DEMO, new TransferInteraction(contact, new Target.ToAgent(agent)), "")
                .toCompletableFuture();
    }

    /** What can be looked for every second, such as boxes; only while somebody is in touch. */
    void look(Runnable looking) {
        room.clockwork().every(Duration.ofSeconds(1), () -> {
            if (street.size() > 0) {
                looking.run();
            }
        });
    }

    /** Later, on the town's thread. */
    void after(Duration pause, Runnable work) {
        room.clockwork().after(pause, work);
    }

    /** Customers may come by this channel from now on. */
    void opened(String channel, Line.Opener opener) {
        street.opened(channel, opener);
    }

    /** No more by this channel. */
    void closed(String channel) {
        street.closed(channel);
    }

    /** Who is on the line of an extension; any thread. */
    Optional<Visit> caller(String extension) {
        return room.people().people(Scope.system()).stream()
                .filter(person -> person.extension().filter(extension::equals).isPresent())
                .flatMap(person -> room
                        .agents()
                        .desk(Scope.system(), new AgentId(person.user().value()))
                        .stream())
                .flatMap(desk -> Stream.concat(
                        desk.offers().stream().map(AgentDesk.Offer::interaction),
                        desk.assignments().stream()
                                .filter(one -> one.phase() == AgentDesk.Phase.ACTIVE)
                                .map(AgentDesk.OpenAssignment::interaction)))
                .flatMap(id -> room.interactions().find(Scope.system(), id).stream())
                .filter(Living::isCall)
                .flatMap(contact -> street.visit(contact).stream())
                .findFirst();
    }

    private static boolean isCall(Interaction contact) {
        return contact.contact().channel().value().equals("voice");
    }

    /** Everybody goes home; the town's thread ends when that is done. */
    void sleep() {
        room.clockwork().run(() -> {
            watch.ifPresent(Watch::close);
            street.clear();
            if (awake) {
                colleagues.forEach(Colleague::end);
                memory.keep(pace, contacts);
            }
        });
        room.clockwork().close();
    }
}
