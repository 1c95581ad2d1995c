// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.demo.api.TownPace;
import io.patchbay.demo.api.TownState;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.folk.Resident;
import io.patchbay.demo.town.line.Line;
import io.patchbay.demo.town.line.Visit;
import io.patchbay.demo.town.pace.Clockwork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The residents who are in touch right now, and how each of them takes what happens. On the town's thread. */
final class Street {
    private static final Duration UNSEEN = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration ASKS_AGAIN = Duration.ofMinutes(2);
    private static final int THANKS_PERCENT = 70;
    private static final int LEAVES_PERCENT = 40;

    private final List<Resident> residents;
    private final Matters matters;
    private final Random random;
    private final Clockwork clockwork;
    private final InstantSource clock;
    private final BiConsumer<Interaction, AgentId> handOver;
    private final Map<ChannelKey, Line.Opener> openers = new ConcurrentHashMap<>();
    private final Map<String, Encounter> encounters = new ConcurrentHashMap<>();
    private final Map<ChannelKey, Count> counts = new HashMap<>();

    /** {@code handOver} gives a waiting contact to the agent it is for. */
    Street(
            List<Resident> residents,
            Matters matters,
            Random random,
            Clockwork clockwork,
            InstantSource clock,
            BiConsumer<Interaction, AgentId> handOver) {
        this.residents = residents;
        this.matters = matters;
        this.random = random;
        this.clockwork = clockwork;
        this.clock = clock;
        this.handOver = handOver;
        TownPace.CHANNELS.forEach(channel -> counts.put(channel, new Count()));
    }

    /** A channel is there from now on. */
    void opened(String channel, Line.Opener opener) {
        openers.put(new ChannelKey(channel), opener);
    }

    /** A channel is gone. */
    void closed(String channel) {
        openers.remove(new ChannelKey(channel));
    }

    int size() {
        return encounters.size();
    }

    Map<ChannelKey, TownState.Tally> tallies() {
        Map<ChannelKey, TownState.Tally> tallies = new HashMap<>();
        counts.forEach((channel, count) -> tallies.put(channel, count.tally()));
        return tallies;
    }

    /** Whose contact it is; any thread. */
    Optional<Visit> visit(Interaction interaction) {
        return key(interaction).map(encounters::get).map(one -> one.visit);
    }

    /** Somebody gets in touch; false if nobody can. */
    boolean begin(ChannelKey channel, boolean guest, Optional<AgentId> wanted) {
        Line.Opener opener = openers.get(channel);
        Optional<Resident> free = encounters.size() < Bounds.MOST_OPEN ? free() : Optional.empty();
        if (opener == null || free.isEmpty()) {
            return false;
        }
        Visit visit = new Visit(free.get(), matters.any(random), channel, guest);
        Encounter encounter = new Encounter(visit, clock.instant(), patience(guest), wanted);
        encounters.put(visit.key(), encounter);
        counts.get(channel).begin();
        encounter.line = opener.open(visit, new Ear(encounter));
        return true;
    }

    private Optional<Resident> free() {
        for (int tries = 0; tries < residents.size(); tries++) {
            Resident one = residents.get(random.nextInt(residents.size()));
            if (encounters.values().stream().noneMatch(busy -> busy.visit.who().equals(one))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private Duration patience(boolean guest) {
        return Duration.ofSeconds(guest ? 300 : 45 + random.nextInt(120));
    }

    /** An interaction changed, whosever it is. */
    void take(Interaction interaction) {
        Encounter encounter = key(interaction).map(encounters::get).orElse(null);
        if (encounter == null) {
            return;
        }
        encounter.seen = true;
        if (strays(encounter, interaction)) {
            leave(encounter, Outcome.FAILED);
            return;
        }
        encounter.ending |= interaction.state() == InteractionState.WRAPUP;
        encounter.wanted.ifPresent(agent -> guide(interaction, agent));
        if (interaction.state() == InteractionState.CONNECTED && !encounter.answered) {
            encounter.answered = true;
            encounter.line.answered();
        } else if (interaction.state() == InteractionState.CLOSED) {
            leave(encounter, interaction.outcome().orElse(Outcome.FAILED));
        }
    }

    /** Came into a queue of people's, because a setting was not yet in force. */
    private static boolean strays(Encounter encounter, Interaction interaction) {
        return !encounter.visit.guest()
                && encounter.waitsOnTheLine()
                && !interaction.placement().queue().value().startsWith("town-");
    }

    /** Rings at the desk of the one who asked, whoever else is ready. */
    private void guide(Interaction interaction, AgentId agent) {
        boolean his =
                interaction.assignments().stream().anyMatch(part -> part.agent().equals(agent));
        boolean waits =
                interaction.state() == InteractionState.OFFERED || interaction.state() == InteractionState.WAITING;
        if (waits && !his) {
            handOver.accept(interaction, agent);
        }
    }

    private static Optional<String> key(Interaction interaction) {
        if (interaction.contact().channel().value().equals("chat")) {
            return interaction.contact().name().map(name -> "name:" + name);
        }
        return interaction.contact().from().map(Address::text);
    }

    private void leave(Encounter encounter, Outcome outcome) {
        if (encounters.remove(encounter.visit.key(), encounter)) {
            counts.get(encounter.visit.channel()).end(outcome);
            encounter.gone = true;
            encounter.line.leave();
        }
    }

    /** Patience ends, and what got lost is given up. */
    void sweep() {
        Instant now = clock.instant();
        for (Encounter one : List.copyOf(encounters.values())) {
            Duration age = Duration.between(one.since, now);
            if (age.compareTo(LONGEST) > 0 || (!one.seen && age.compareTo(UNSEEN) > 0)) {
                leave(one, Outcome.FAILED);
            } else if (!one.answered && one.waitsOnTheLine() && age.compareTo(one.patience) > 0) {
                one.line.leave(); // the contact closes as abandoned, which is counted then
            } else if (!one.answered && !one.waitsOnTheLine() && !one.asked && age.compareTo(ASKS_AGAIN) > 0) {
                one.asked = true;
                one.line.say(1);
            }
        }
    }

    /** Everybody goes home. */
    void clear() {
        List.copyOf(encounters.values()).forEach(one -> leave(one, Outcome.ABANDONED));
    }

    /** Brings what a line hears onto the town's thread. */
    private final class Ear implements Line.Ear {
        private final Encounter encounter;

        Ear(Encounter encounter) {
            this.encounter = encounter;
        }

        @Override
        public void heard() {
            clockwork.run(() -> {
                if (!encounter.thanked) {
                    encounter.thanked = true;
                    if (encounter.wanted.isPresent() || random.nextInt(100) < THANKS_PERCENT) {
                        clockwork.after(Duration.ofMillis(4_000 + random.nextInt(5_000)), this::thank);
                    }
                }
            });
        }

        private void thank() {
            if (encounter.gone || encounter.ending) {
                return;
            }
            encounter.line.say(2);
            if (encounter.waitsOnTheLine() && !encounter.visit.guest() && random.nextInt(100) < LEAVES_PERCENT) {
                clockwork.after(Duration.ofSeconds(3), encounter.line::leave);
            }
        }

        @Override
        public void failed(String why) {
            clockwork.run(() -> {
                if (!encounter.seen) {
                    leave(encounter, Outcome.FAILED);
                }
            });
        }

        @Override
        public void over() {
            // The contact's end is told by the contact itself.
        }
    }
}
