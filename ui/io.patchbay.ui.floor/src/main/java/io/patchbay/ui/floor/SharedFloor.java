// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.access.Reach;
import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** The live floor, read once a second for all who see the same. Safe for any thread. */
final class SharedFloor {
    /** A window asks each second, hardly ever to the millisecond. */
    private static final Duration FRESH = Duration.ofMillis(900);

    private static final Duration FORGOTTEN = Duration.ofMinutes(1);
    /** Has no work of his own. */
    private static final UserId ANYBODY = new UserId("0.anybody.at.the.wallboard");

    private final BiFunction<Scope, Instant, FloorModel> read;
    private final BiPredicate<Scope, UserId> works;
    private final Map<Eyes, Reading> readings = new ConcurrentHashMap<>();

    /** Those who see the same: equal rights; one who works sees his own work, too, and reads for himself. */
    private record Eyes(List<Reach> reaches, Optional<UserId> worker) {}

    private static final class Reading {
        private volatile Instant at = Instant.MIN;
        private FloorModel model;
    }

    SharedFloor(Floor floor) {
        this(
                (scope, now) -> new FloorReading(FloorMoment.live(floor, scope, now)).read(),
                (scope, user) -> floor.agents()
                        .desk(scope, new AgentId(user.value()))
                        .filter(desk -> atWork(desk.state()))
                        .isPresent());
    }

    /** {@code works} says whether a reader has work of his own. */
    SharedFloor(BiFunction<Scope, Instant, FloorModel> read, BiPredicate<Scope, UserId> works) {
        this.read = read;
        this.works = works;
    }

    /** What a reader sees now. */
    FloorModel live(Scope scope, Instant now) {
        Optional<UserId> worker = scope.reader().filter(user -> works.test(scope, user));
        Reading reading = readings.computeIfAbsent(new Eyes(scope.reaches(), worker), none -> new Reading());
        synchronized (reading) {
            if (reading.model == null || !now.isBefore(reading.at.plus(FRESH))) {
                Scope eyes = worker.isPresent() ? scope : new Scope(Optional.of(ANYBODY), scope.reaches());
                FloorModel newest = read.apply(eyes, now);
                reading.model = reading.model == null ? newest : newest.after(reading.model);
                reading.at = now;
                readings.values().removeIf(old -> old.at.isBefore(now.minus(FORGOTTEN)));
            }
            return reading.model;
        }
    }

    private static boolean atWork(AgentState state) {
        return !(state.presence() instanceof Presence.LoggedOut)
                || !state.load().idle();
    }
}
