// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedFloorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:26:08Z");
    private static final UserId SUSAN = new UserId("susan");
    private static final UserId PETER = new UserId("peter");

    private final List<Scope> reads = new ArrayList<>();
    private final Set<UserId> workers = new HashSet<>();
    private final SharedFloor shared = new SharedFloor(this::read, (scope, user) -> workers.contains(user));

    private FloorModel read(Scope scope, Instant now) {
        reads.add(scope);
        return new FloorModel(List.of(), List.of(), List.of(), List.of());
    }

    private static Scope of(UserId user, String unit) {
        return Scope.of(user, Set.of(new UnitId(unit)), Set.of(Permissions.FLOOR));
    }

    @Test
    void allWhoSeeTheSameShareOneReadingASecond() {
        shared.live(of(SUSAN, "centre"), NOW);
        shared.live(of(PETER, "centre"), NOW.plusMillis(300));
        shared.live(of(SUSAN, "centre"), NOW.plusMillis(800));
        assertThat(reads).hasSize(1);
        shared.live(of(PETER, "centre"), NOW.plusMillis(1_000));
        assertThat(reads).hasSize(2);
    }

    @Test
    void whoSeesSomethingElseHasAReadingOfHisOwn() {
        shared.live(of(SUSAN, "centre"), NOW);
        shared.live(of(PETER, "branch"), NOW);
        assertThat(reads).hasSize(2);
    }

    @Test
    void whatIsSharedIsReadAsNobodyAndOnesOwnWorkOnlyForOneself() {
        workers.add(SUSAN);
        shared.live(of(SUSAN, "centre"), NOW);
        shared.live(of(PETER, "centre"), NOW);
        assertThat(reads.get(0)).isEqualTo(of(SUSAN, "centre"));
        assertThat(reads.get(1).reaches()).isEqualTo(of(PETER, "centre").reaches());
        assertThat(reads.get(1).reader()).isPresent().get().isNotIn(SUSAN, PETER);
    }
}
