// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.RatingEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportRefusedException;
import io.patchbay.reporting.api.ReportRequest;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.reporting.projection.Projection;
import io.patchbay.reporting.table.ReportDesk;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reports promise on every database. The floor opens on Monday, 2 March 2026, 09:00 in Shanghai. */
abstract class ReportingContract {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Presence READY = new Presence.Ready();
    private static final Object NONE = Optional.empty();
    private static final Presence BREAK = new Presence.NotReady("break");

    private final ManualClock clock = new ManualClock();
    private final FakeJournal journal = new FakeJournal();
    private final Floor floor = new Floor(journal, clock);
    private PlainStore store;
    private Projection projection;
    private ReportDesk desk;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        store.migrations()
                .migrate(
                        "io.patchbay.reporting",
                        ReportDesk.class.getClassLoader(),
                        "io/patchbay/reporting/changelog.sql");
        projection = new Projection(
                store.database().dataSource(),
                queue -> Optional.of(Duration.ofSeconds(20)),
                agent -> Optional.of(Floor.ROOT));
        desk = new ReportDesk(store.database().dataSource(), projection, journal, floor, floor, clock);
        journal.follow("reporting", 0, projection::take);
    }

    @AfterEach
    void end() {
        store.close();
    }

    private ReportTable run(String kind, String... filter) {
        return run(Scope.system(), kind, filter);
    }

    private ReportTable run(Scope scope, String kind, String... filter) {
        Map<String, String> filters = filter.length == 0 ? Map.of() : Map.of(filter[0], filter[1]);
        try {
            return desk.run(scope, new ReportRequest(kind, MONDAY, MONDAY, SHANGHAI, filters));
        } catch (ReportRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static Object cell(ReportTable table, List<Object> row, String key) {
        List<String> keys = table.columns().stream().map(Column::key).toList();
        return row.get(keys.indexOf(key));
    }

    private static void totalsAreTheSumsOfTheRows(ReportTable table) {
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            Unit unit = table.columns().get(i).unit();
            boolean average = table.columns().get(i).key().startsWith("average");
            if (unit == Unit.COUNT || (unit == Unit.SECONDS && !average)) {
                long sum = table.rows().stream()
                        .mapToLong(row -> (Long) row.get(at))
                        .sum();
                assertThat(table.totals().get(i))
                        .as(table.columns().get(i).key())
                        .isEqualTo(sum);
            }
        }
    }

    /** One contact answered after some seconds, handled for 100 s with 30 s of wrap-up. */
    private InteractionId handled(String queue, int wait, UnitId unit) {
        InteractionId id = floor.arrives("chat", queue, unit);
        floor.passes(wait);
        floor.accepted(id, "alice");
        floor.passes(100);
        floor.left(id);
        floor.wrapUp(id, "alice");
        floor.passes(30);
        floor.ended(id, "alice", "enquiry");
        floor.closed(id, Outcome.HANDLED);
        return id;
    }

    private void abandoned(String queue, int wait) {
        InteractionId id = floor.arrives("chat", queue, Floor.ROOT);
        floor.passes(wait);
        floor.left(id);
        floor.closed(id, Outcome.ABANDONED);
    }

    @Test
    void contactsByHourReconcile() {
        handled("service", 10, Floor.ROOT);
        handled("service", 30, Floor.ROOT);
        abandoned("service", 50);
        handled("loans", 20, Floor.ROOT);
        floor.passes(3600);
        floor.arrives("voice", "service", Floor.ROOT);
        ReportTable table = run("interactions");
        assertThat(table.rows()).hasSize(3);
        List<Object> service = table.rows().get(1);
        assertThat(service)
                .containsExactly(
                        Instant.parse("2026-03-02T01:00:00Z"),
                        "Queue service",
                        "chat",
                        3L,
                        2L,
                        1L,
                        1L,
                        0L,
                        1 / 3.0,
                        20L,
                        130L);
        assertThat(cell(table, table.rows().get(2), "other"))
                .as("still waiting")
                .isEqualTo(1L);
        assertThat(cell(table, table.rows().get(2), "serviceLevel")).isEqualTo(Optional.empty());
        assertThat(cell(table, table.totals(), "serviceLevel")).isEqualTo(0.5);
        totalsAreTheSumsOfTheRows(table);
    }

    @Test
    void declinedOfferKeepsItsPlaceAndMovedContactCountsInBothQueues() {
        InteractionId id = floor.arrives("chat", "service", Floor.ROOT);
        floor.offered(id, "bob");
        floor.passes(5);
        floor.happens(id, new AssignmentEvent.Declined(new AgentId("bob")));
        floor.queued(id, "service", Floor.ROOT);
        floor.offered(id, "bob");
        floor.passes(15);
        floor.happens(id, new AssignmentEvent.TimedOut(new AgentId("bob")));
        floor.accepted(id, "alice");
        floor.passes(60);
        floor.wrapUp(id, "alice");
        floor.queued(id, "loans", Floor.ROOT);
        floor.passes(40);
        floor.ended(id, "alice", "business");
        floor.left(id);
        floor.closed(id, Outcome.HANDLED);
        ReportTable table = run("interactions");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).subList(3, 11))
                .as("loans")
                .containsExactly(1L, 0L, 0L, 1L, 0L, 0.0, Optional.empty(), Optional.empty());
        assertThat(table.rows().get(1).subList(3, 11))
                .as("service")
                .containsExactly(1L, 1L, 1L, 0L, 0L, 1.0, 20L, 100L);
        ReportTable agents = run("agent-day");
        List<Object> bob = agents.rows().get(1);
        assertThat(cell(agents, bob, "declined")).isEqualTo(1L);
        assertThat(cell(agents, bob, "timedOut")).isEqualTo(1L);
        assertThat(cell(agents, bob, "contacts")).isEqualTo(0L);
        ReportTable list = run("list");
        assertThat(list.rows()).singleElement().satisfies(row -> assertThat(row.subList(2, 9))
                .containsExactly("chat", "Queue loans", "alice", 60L, 100L, "business", "handled"));
    }

    @Test
    void agentsDayIsSplitAtQuarterHoursAndAddsUp() {
        floor.presence("alice", new Presence.NotReady("preparing"));
        floor.passes(60);
        floor.presence("alice", READY);
        floor.passes(3000);
        floor.presence("alice", BREAK);
        floor.passes(600);
        floor.presence("alice", READY);
        handled("service", 10, Floor.ROOT);
        floor.presence("alice", new Presence.LoggedOut());
        floor.passes(500);
        ReportTable table = run("agent-day");
        List<Object> alice = table.rows().get(0);
        assertThat(table.columns()).extracting(Column::key).contains("notReady.break", "notReady.preparing");
        assertThat(cell(table, alice, "name")).isEqualTo("Name of alice");
        assertThat(cell(table, alice, "ready")).isEqualTo(3140L);
        assertThat(cell(table, alice, "notReady.break")).isEqualTo(600L);
        assertThat(cell(table, alice, "notReady.preparing")).isEqualTo(60L);
        assertThat(cell(table, alice, "signedIn")).isEqualTo(3800L);
        assertThat(cell(table, alice, "handling")).isEqualTo(100L);
        assertThat(cell(table, alice, "wrapUp")).isEqualTo(30L);
        assertThat(cell(table, alice, "contacts")).isEqualTo(1L);
        totalsAreTheSumsOfTheRows(table);
    }

    @Test
    void whatStillGoesOnCountsUpToNow() {
        floor.presence("alice", READY);
        InteractionId id = floor.arrives("chat", "service", Floor.ROOT);
        floor.accepted(id, "alice");
        floor.passes(1000);
        ReportTable table = run("agent-day");
        assertThat(cell(table, table.rows().get(0), "ready")).isEqualTo(1000L);
        assertThat(cell(table, table.rows().get(0), "handling")).isEqualTo(1000L);
        floor.happens(id, new AssignmentEvent.Parked(new AgentId("alice")));
        floor.passes(500);
        table = run("agent-day");
        assertThat(cell(table, table.rows().get(0), "handling")).as("parked").isEqualTo(1000L);
    }

    @Test
    void nightShiftIsSplitBetweenItsDays() throws ReportRefusedException {
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        floor.presence("alice", READY);
        floor.passes(2 * 3600);
        floor.presence("alice", new Presence.LoggedOut());
        ReportTable table = desk.run(
                Scope.system(), new ReportRequest("agent-day", MONDAY, MONDAY.plusDays(1), SHANGHAI, Map.of()));
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly("2026-03-02", "2026-03-03");
        assertThat(table.rows()).extracting(row -> row.get(3)).containsExactly(3600L, 3600L);
    }

    @Test
    void serviceLevelHasARowForEachQuarterHourAndTheGoalOfItsQueue() {
        handled("service", 10, Floor.ROOT);
        floor.passes(1800);
        abandoned("service", 60);
        ReportTable table = run("service-level", "queue", "service");
        assertThat(table.rows()).hasSize(39);
        assertThat(table.chart().orElseThrow().goal()).contains(0.8);
        List<Object> nine = table.rows().get(36);
        assertThat(nine).containsExactly(Instant.parse("2026-03-02T01:00:00Z"), 1L, 1L, 1L, 0L, 1.0);
        assertThat(table.rows().get(37).get(5)).isEqualTo(Optional.empty());
        assertThat(cell(table, table.totals(), "serviceLevel")).isEqualTo(0.5);
        totalsAreTheSumsOfTheRows(table);
    }

    @Test
    void serviceLevelOfAWeekIsByDay() throws ReportRefusedException {
        handled("service", 10, Floor.ROOT);
        ReportTable table = desk.run(
                Scope.system(), new ReportRequest("service-level", MONDAY.minusDays(6), MONDAY, SHANGHAI, Map.of()));
        assertThat(table.rows()).hasSize(7);
        assertThat(table.rows().get(6).get(1)).isEqualTo(1L);
    }

    @Test
    void readerSeesOnlyHisUnits() {
        handled("service", 10, Floor.ROOT);
        handled("service", 10, Floor.BRANCH);
        Scope branch = Scope.of(new UserId("susan"), Set.of(Floor.BRANCH), Set.of(Permissions.REPORTS));
        assertThat(run("list").rows()).hasSize(2);
        assertThat(run(branch, "list").rows()).hasSize(1);
        ReportTable table = run(branch, "interactions");
        assertThat(cell(table, table.totals(), "offered")).isEqualTo(1L);
        assertThat(run(branch, "agent-day").rows()).isEmpty();
        Scope nowhere = Scope.of(new UserId("susan"), Set.of(), Set.of(Permissions.REPORTS));
        assertThat(run(nowhere, "list").rows()).isEmpty();
    }

    private void rated(InteractionId id, String agent, int mark) {
        Instant until = clock.instant().plusSeconds(20);
        floor.happens(id, new RatingEvent.Asked(new AgentId(agent), 5, 1, until));
        floor.passes(20);
        floor.happens(id, new RatingEvent.Asked(new AgentId(agent), 5, 2, until.plusSeconds(20)));
        floor.happens(
                id,
                mark > 0
                        ? new RatingEvent.Given(new AgentId(agent), mark, 5)
                        : new RatingEvent.Silent(new AgentId(agent), 5));
    }

    @Test
    void ratingsAreCountedByQueueAndAgentAndSilenceIsNoMark() {
        rated(handled("service", 10, Floor.ROOT), "alice", 5);
        rated(handled("service", 10, Floor.ROOT), "alice", 2);
        rated(handled("service", 10, Floor.ROOT), "alice", 0);
        rated(handled("service", 10, Floor.BRANCH), "bob", 4);
        InteractionId open = handled("loans", 10, Floor.ROOT);
        floor.happens(open, new RatingEvent.Asked(new AgentId("bob"), 3, 1, clock.instant()));
        ReportTable table = run("ratings");
        assertThat(table.rows())
                .containsExactly(
                        List.of("Queue loans", "bob", "Name of bob", "1–3", 1L, 0L, 0L, NONE, NONE),
                        List.of("Queue service", "alice", "Name of alice", "1–5", 3L, 2L, 1L, 2 / 3.0, 3.5),
                        List.of("Queue service", "bob", "Name of bob", "1–5", 1L, 1L, 0L, 1.0, 4.0));
        assertThat(cell(table, table.totals(), "asked")).isEqualTo(5L);
        assertThat(cell(table, table.totals(), "answered")).isEqualTo(0.75);
        assertThat(cell(table, table.totals(), "average")).as("of two scales").isEqualTo(NONE);
        totalsAreTheSumsOfTheRows(table);
        assertThat(run("ratings", "agent", "bob").rows()).hasSize(2);
        assertThat(cell(
                        run("ratings", "queue", "service"),
                        run("ratings", "queue", "service").totals(),
                        "average"))
                .isEqualTo(11 / 3.0);
    }

    @Test
    void theTimeInWhichAContactIsInterruptedIsNobodysHandleTime() {
        InteractionId id = floor.arrives("chat", "service", Floor.ROOT);
        floor.accepted(id, "alice");
        floor.passes(60);
        floor.happens(id, new AssignmentEvent.Interrupted(new AgentId("alice")));
        floor.passes(300);
        assertThat(cell(run("agent-day"), run("agent-day").rows().get(0), "handling"))
                .as("it stands still")
                .isEqualTo(60L);
        floor.happens(id, new AssignmentEvent.Continued(new AgentId("alice")));
        floor.passes(40);
        floor.happens(id, new AssignmentEvent.Interrupted(new AgentId("alice")));
        floor.passes(100);
        floor.wrapUp(id, "alice");
        floor.passes(30);
        floor.ended(id, "alice", "enquiry");
        floor.left(id);
        floor.closed(id, Outcome.HANDLED);
        ReportTable agents = run("agent-day");
        assertThat(cell(agents, agents.rows().get(0), "handling")).isEqualTo(100L);
        assertThat(cell(agents, agents.rows().get(0), "wrapUp")).isEqualTo(30L);
        ReportTable list = run("list");
        assertThat(cell(list, list.rows().get(0), "handled")).isEqualTo(130L);
        assertThat(cell(run("interactions"), run("interactions").totals(), "averageHandle"))
                .isEqualTo(130L);
    }

    @Test
    void aParkedContactStaysParkedOverAnInterruption() {
        InteractionId id = floor.arrives("chat", "service", Floor.ROOT);
        floor.accepted(id, "alice");
        floor.passes(10);
        floor.happens(id, new AssignmentEvent.Parked(new AgentId("alice")));
        floor.happens(id, new AssignmentEvent.Interrupted(new AgentId("alice")));
        floor.happens(id, new AssignmentEvent.Continued(new AgentId("alice")));
        floor.passes(500);
        floor.happens(id, new AssignmentEvent.Resumed(new AgentId("alice")));
        floor.passes(5);
        assertThat(cell(run("agent-day"), run("agent-day").rows().get(0), "handling"))
                .isEqualTo(15L);
    }

    @Test
    void filtersNarrow() {
        handled("service", 10, Floor.ROOT);
        handled("loans", 10, Floor.ROOT);
        assertThat(run("interactions", "queue", "loans").rows()).hasSize(1);
        assertThat(run("list", "agent", "alice").rows()).hasSize(2);
        assertThat(run("list", "agent", "bob").rows()).isEmpty();
        assertThat(run("agent-day", "agent", "bob").rows()).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsRefusedInWords() {
        Scope agent = Scope.of(new UserId("a"), Set.of(Floor.ROOT), Set.of());
        refused(agent, "list", MONDAY, MONDAY, Map.of(), "forbidden");
        refused(Scope.system(), "nothing", MONDAY, MONDAY, Map.of(), "unknown-report");
        refused(Scope.system(), "list", MONDAY, MONDAY.minusDays(1), Map.of(), "period-reversed");
        refused(Scope.system(), "list", MONDAY.minusDays(400), MONDAY, Map.of(), "period-too-long");
        refused(Scope.system(), "list", MONDAY.plusDays(1), MONDAY.plusDays(1), Map.of(), "period-in-future");
        refused(Scope.system(), "agent-day", MONDAY, MONDAY, Map.of("queue", "x"), "unknown-filter");
    }

    private void refused(
            Scope scope, String kind, LocalDate from, LocalDate to, Map<String, String> filters, String code) {
        assertThatThrownBy(() -> desk.run(scope, new ReportRequest(kind, from, to, SHANGHAI, filters)))
                .isInstanceOfSatisfying(ReportRefusedException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(code);
                    assertThat(e.problem().chinese()).isNotBlank();
                });
    }

    @Test
    void entriesThatComeTwiceCountOnce() {
        handled("service", 10, Floor.ROOT);
        projection.take(journal.read(0, 1000));
        assertThat(cell(run("interactions"), run("interactions").totals(), "offered"))
                .isEqualTo(1L);
        assertThat(projection.checkpoint().seq()).isEqualTo(journal.head());
        assertThat(desk.behind()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aBusyDayReconciles() {
        Random random = new Random(7);
        long[] decided = new long[2];
        for (int i = 0; i < 60; i++) {
            boolean answered = random.nextInt(4) > 0;
            decided[answered ? 0 : 1]++;
            if (answered) {
                handled(random.nextBoolean() ? "service" : "loans", random.nextInt(60), Floor.ROOT);
            } else {
                abandoned("service", random.nextInt(90));
            }
            floor.passes(random.nextInt(200));
        }
        ReportTable hours = run("interactions");
        ReportTable level = run("service-level");
        totalsAreTheSumsOfTheRows(hours);
        totalsAreTheSumsOfTheRows(level);
        assertThat(cell(hours, hours.totals(), "answered")).isEqualTo(decided[0]);
        assertThat(cell(hours, hours.totals(), "abandoned")).isEqualTo(decided[1]);
        assertThat(cell(level, level.totals(), "serviceLevel")).isEqualTo(cell(hours, hours.totals(), "serviceLevel"));
        ReportTable list = run("list");
        assertThat(list.rows()).hasSize(60);
        LongStream handledSeconds = list.rows().stream().mapToLong(row -> (Long) cell(list, row, "handled"));
        assertThat(handledSeconds.sum()).isEqualTo(130 * decided[0]);
        ReportTable agents = run("agent-day");
        assertThat(cell(agents, agents.totals(), "contacts")).isEqualTo(decided[0]);
        assertThat(desk.kinds())
                .extracting(ReportKind::key)
                .containsExactly("interactions", "agent-day", "service-level", "ratings", "list");
    }
}
