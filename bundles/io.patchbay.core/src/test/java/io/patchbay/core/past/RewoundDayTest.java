// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.floor.PastFloor.Moment;
import io.patchbay.api.floor.PastFloor.Waited;
import io.patchbay.core.DemoSettings;
import io.patchbay.core.path.Known;
import io.patchbay.core.read.JournalledInteractions;
import io.patchbay.core.treat.Treatments;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewoundDayTest {
    /** One page of lines, and what happened to the contacts that were open. */
    private static final int NEARBY = 2;

    private final LongDay day = new LongDay();
    private final DemoSettings settings = new DemoSettings();
    private final ExecutorService nobody = Executors.newSingleThreadExecutor();
    private PlainStore store;
    private JournalledFloor floor;

    @BeforeEach
    void open(@TempDir Path home) {
        store = new PlainStore(home, TestDatabases.h2(home));
        store.migrations().migrate("io.patchbay.core", getClass().getClassLoader(), "io/patchbay/core/changelog.sql");
        floor = floor();
    }

    @AfterEach
    void close() {
        nobody.shutdown();
        store.close();
    }

    private JournalledFloor floor() {
        return new JournalledFloor(
                day,
                store.vault(),
                store.database(),
                settings,
                this::known,
                board -> new JournalledInteractions(
                        day, store.vault(), store.database(), board, id -> Optional.empty(), key -> false));
    }

    private Known known(Supplier<Instant> then) {
        return new Known(
                settings,
                settings,
                then::get,
                agent -> Optional.empty(),
                List::of,
                List::of,
                List::of,
                queue -> Optional.empty(),
                Optional::empty,
                new Treatments(
                        List::of,
                        nobody,
                        (delay, task) -> {
                            throw new AssertionError("nothing is treated in the past");
                        },
                        InstantSource.system()));
    }

    private Moment look(long line) {
        return floor.at(Scope.system(), LongDay.at(line), share -> {});
    }

    private int reads(long line) {
        int before = day.reads;
        look(line);
        return day.reads - before;
    }

    @Test
    void aSecondLookNearbyDoesNotReadTheDayAgain() {
        assertThat(reads(195_000)).isGreaterThan(97);
        assertThat(reads(194_000)).isLessThanOrEqualTo(NEARBY);
        assertThat(reads(195_500)).isLessThanOrEqualTo(NEARBY);
        for (long line = 190_000; line > 4_000; line -= 9_700) {
            assertThat(reads(line)).as("line %s", line).isLessThanOrEqualTo(NEARBY);
        }
    }

    @Test
    void theFloorIsTheSameFromASnapshotAndFromTheBeginning() {
        look(60_000);
        for (long line : List.of(55_432L, 20_250L, 59_999L, 41_001L)) {
            Moment near = look(line);
            floor = floor();
            assertThat(look(line)).isEqualTo(near);
        }
    }

    @Test
    void eachContactCountsOnceWhetherItIsOverOrNot() {
        Moment then = look(150_300);
        assertThat(then.queues())
                .allSatisfy(queue -> assertThat(queue.today().offered()).isBetween(3_700, 3_800));
        assertThat(then.queues().stream().mapToInt(queue -> queue.today().offered()))
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(15_050));
        assertThat(then.open()).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void progressGrowsWhileTheDayIsRead() {
        List<Double> told = new ArrayList<>();
        floor.at(Scope.system(), LongDay.at(100_000), told::add);
        assertThat(told).hasSizeGreaterThan(40).isSorted().allSatisfy(share -> assertThat(share)
                .isBetween(0.0, 1.0));
    }

    @Test
    void theCurveOfTheDayHasHowManyWaitedEveryTenMinutes() {
        look(190_000);
        Moment noon = look(80_000);
        assertThat(noon.waited()).hasSize(6 * 12 + 1);
        assertThat(noon.waited().get(0)).isEqualTo(new Waited(Instant.parse("2026-11-21T16:00:00Z"), 0));
        List<Waited> again = noon.waited();
        floor = floor();
        assertThat(look(80_000).waited()).isEqualTo(again);
        assertThat(again).anyMatch(at -> at.contacts() > 0);
    }

    @Test
    void anotherDayIsReadFromItsOwnBeginning() {
        look(100_000);
        Moment next = floor.at(Scope.system(), LongDay.BEGINS.plusSeconds(86_400), share -> {});
        assertThat(next.queues())
                .allSatisfy(queue -> assertThat(queue.today().offered()).isZero());
    }
}
