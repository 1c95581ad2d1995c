// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import io.patchbay.trace.api.Trace;
import io.patchbay.trace.api.TraceLine;
import io.patchbay.trace.api.TraceQuestion;
import io.patchbay.trace.api.TraceQuestion.Page;
import io.patchbay.trace.api.TraceQuestion.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the trace promises on every database. */
abstract class TraceContract {
    private static final UnitId ROOT = new UnitId("headquarters");
    private static final UnitId BRANCH = new UnitId("branch");
    private static final InteractionId CONTACT = InteractionId.at(1_700_000_000_000L);

    private final ManualClock clock = new ManualClock();
    private final FakeJournal journal = new FakeJournal();
    private PlainStore store;
    private TraceIndex trace;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        store.migrations().migrate("io.patchbay.trace", getClass().getClassLoader(), "io/patchbay/trace/changelog.sql");
        trace = new TraceIndex(store.database().dataSource(), journal, store.vault());
        journal.follow("trace", trace.checkpoint(), trace::take);
    }

    @AfterEach
    void end() {
        store.close();
    }

    private void happens(String type, String actor, UnitId unit, Map<String, Object> body) {
        happens(type, actor, unit, Optional.empty(), body);
    }

    private void happens(
            String type, String actor, UnitId unit, Optional<InteractionId> contact, Map<String, Object> body) {
        clock.advance(Duration.ofSeconds(1));
        JournalDraft.Subject subject = new JournalDraft.Subject(contact, Optional.empty());
        journal.append(List.of(
                        new JournalDraft(clock.instant(), type, 1, subject, actor, unit, 0, body, Optional.empty())))
                .toCompletableFuture()
                .join();
    }

    private static Scope reader(UnitId... units) {
        return Scope.of(new UserId("audrey"), Set.of(units), Set.of(Trace.SEE));
    }

    private List<String> types(TraceQuestion question) {
        return trace.find(Scope.system(), question).stream()
                .map(TraceLine::type)
                .toList();
    }

    private static TraceQuestion asking(Map<String, String> what) {
        return new TraceQuestion(
                Optional.ofNullable(what.get("who")),
                Optional.ofNullable(what.get("person")),
                Optional.ofNullable(what.get("account")),
                Optional.ofNullable(what.get("kind")),
                Optional.ofNullable(what.get("interaction")).map(InteractionId::parse),
                Optional.ofNullable(what.get("refused")).map(Boolean::valueOf),
                new Span(
                        Optional.ofNullable(what.get("from")).map(Instant::parse),
                        Optional.ofNullable(what.get("to")).map(Instant::parse)),
                new Page(100, Optional.empty()));
    }

    private void aDay() {
        happens("person.saved", "user:admin", ROOT, Map.of("user", "alice", "from", "192.0.2.7"));
        happens("queue.saved", "user:admin", ROOT, Map.of("queue", "vip"));
        happens("command.refused", "user:alice", BRANCH, Map.of("command", "queue.save"));
        happens(
                "business.begun",
                "user:alice",
                BRANCH,
                Optional.of(CONTACT),
                Map.of("account", new Confidential.Clear("6222 0212-3456 789x")));
        happens("interaction.queued", "system:core", ROOT, Optional.of(CONTACT), Map.of("queue", "vip"));
        happens("interaction.noteAdded", "user:alice", BRANCH, Optional.of(CONTACT), Map.of("agent", "alice"));
        happens("alarm.raised", "system:monitor", ROOT, Map.of());
    }

    @Test
    void actsOfPeopleAndOfAdministrationAreInItAndTheMachinesPathIsNot() {
        aDay();
        assertThat(types(TraceQuestion.ALL))
                .containsExactly(
                        "alarm.raised",
                        "interaction.noteAdded",
                        "business.begun",
                        "command.refused",
                        "queue.saved",
                        "person.saved");
        assertThat(trace.behind()).isZero();
    }

    @Test
    void eachPartOfAQuestionNarrowsIt() {
        aDay();
        assertThat(types(asking(Map.of("who", "user:admin")))).containsExactly("queue.saved", "person.saved");
        assertThat(types(asking(Map.of("person", "alice")))).containsExactly("interaction.noteAdded", "person.saved");
        assertThat(types(asking(Map.of("kind", "queue")))).containsExactly("queue.saved");
        assertThat(types(asking(Map.of("kind", "queue.removed")))).isEmpty();
        assertThat(types(asking(Map.of("interaction", CONTACT.toString()))))
                .containsExactly("interaction.noteAdded", "business.begun");
        assertThat(types(asking(Map.of("refused", "true")))).containsExactly("command.refused");
        assertThat(types(asking(Map.of("who", "user:alice", "refused", "false"))))
                .containsExactly("interaction.noteAdded", "business.begun");
    }

    @Test
    void anAccountIsFoundHoweverItIsWrittenAndNeverStandsInTheTable() throws Exception {
        aDay();
        assertThat(types(asking(Map.of("account", "622202123456789X")))).containsExactly("business.begun");
        assertThat(types(asking(Map.of("account", "6222021234567890")))).isEmpty();
        try (var connection = store.database().dataSource().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select account from trace_entry where account is not null")) {
            rows.next();
            assertThat(rows.getString(1)).hasSize(64).doesNotContain("62220212345");
        }
    }

    @Test
    void aTimeHasItsFirstMomentAndNotItsLast() {
        aDay();
        List<TraceLine> all = trace.find(Scope.system(), TraceQuestion.ALL);
        String from = all.get(4).at().toString();
        String to = all.get(2).at().toString();
        assertThat(types(asking(Map.of("from", from, "to", to)))).containsExactly("command.refused", "queue.saved");
    }

    @Test
    void aReaderSeesHisUnitsAndNothingWithoutTheRight() {
        aDay();
        assertThat(trace.find(reader(BRANCH), TraceQuestion.ALL)).hasSize(3);
        assertThat(trace.find(reader(), TraceQuestion.ALL)).isEmpty();
        Scope stranger = Scope.of(new UserId("mallory"), Set.of(ROOT, BRANCH), Set.of());
        assertThat(trace.find(stranger, TraceQuestion.ALL)).isEmpty();
        assertThat(trace.entry(stranger, 1)).isEmpty();
        assertThat(trace.entry(reader(BRANCH), 1)).isEmpty();
        assertThat(trace.entry(reader(ROOT), 1)).isPresent();
        assertThat(trace.entry(reader(ROOT), 5)).as("the machine's path").isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapAlsoWithinOneMoment() {
        for (int i = 0; i < 25; i++) {
            Map<String, Object> body = new HashMap<>(Map.of("queue", "q" + i));
            journal.append(List.of(JournalDraft.act(clock.instant(), "queue.saved", "user:admin", ROOT, body)))
                    .toCompletableFuture()
                    .join();
        }
        TraceQuestion first = TraceQuestion.ALL.at(new Page(10, Optional.empty()));
        List<TraceLine> page = trace.find(Scope.system(), first);
        List<Long> seen = new java.util.ArrayList<>();
        while (!page.isEmpty()) {
            page.forEach(line -> seen.add(line.seq()));
            TraceLine last = page.get(page.size() - 1);
            page = trace.find(
                    Scope.system(), first.at(new Page(10, Optional.of(new TraceQuestion.Mark(last.at(), last.seq())))));
        }
        assertThat(seen).hasSize(25).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void entriesThatComeAgainAreTakenOnce() {
        aDay();
        trace.take(journal.read(0, 100));
        assertThat(types(TraceQuestion.ALL)).hasSize(6);
    }

    @Test
    void aRowThatDisagreesWithTheJournalIsNamed() throws Exception {
        aDay();
        assertThat(new IndexCheck(store.database().dataSource(), journal, store.vault()).disagreeing())
                .isEmpty();
        try (var connection = store.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update trace_entry set who = 'user:mallory' where seq = 2");
            statement.execute("delete from trace_entry where seq = 3");
            statement.execute("insert into trace_entry (seq, at_millis, type, family, who, unit, refused)"
                    + " values (5, 1, 'x.y', 'x', 'user:admin', 'headquarters', 0)");
        }
        assertThat(new IndexCheck(store.database().dataSource(), journal, store.vault()).disagreeing())
                .containsExactly(2L, 3L, 5L);
    }
}
