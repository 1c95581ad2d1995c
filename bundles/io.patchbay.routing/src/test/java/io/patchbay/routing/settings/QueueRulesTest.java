// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.routing.store.SettingsTables;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueRulesTest {
    private static final Actor ADMIN = new Actor.Part("test");

    @TempDir
    Path home;

    private PlainStore store;
    private SettingsTables tables;
    private RoutingSettings settings;

    @BeforeEach
    void open() throws SQLException {
        store = new PlainStore(home, TestDatabases.memory());
        ClassLoader classes = getClass().getClassLoader();
        store.migrations().migrate("io.patchbay.routing", classes, "io/patchbay/routing/changelog.sql");
        tables = new SettingsTables(store.unit(classes, "routing"), store.outbox());
        settings = new RoutingSettings(tables, new OneUnit(), InstantSource.system());
        settings.carryOut(ADMIN, new QueueCommand.SaveSkill(new Skill(new SkillId("french"), "法语")), "");
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    private static QueueSettings queue(String id, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("queue", id, "name", id, "unit", "headquarters"));
        body.putAll(more);
        return new QueueFields(body).queue().queue();
    }

    private CommandResult save(String id, Map<String, Object> more) {
        return settings.carryOut(ADMIN, new QueueCommand.SaveQueue(queue(id, more)), "");
    }

    private static Map<String, Object> step(int from, int level) {
        return Map.of("from", from, "needs", Map.of("french", level));
    }

    private static Map<String, Object> overflow(String to) {
        return Map.of("overflow", List.of(Map.of("when", "WAIT", "threshold", 60, "to", to)));
    }

    private static void refused(String code, String named, CommandResult result) {
        CommandResult.Refused refused = assertInstanceOf(CommandResult.Refused.class, result);
        assertEquals(code, refused.problem().code());
        assertTrue(
                refused.problem().chinese().contains(named), refused.problem().chinese());
        assertTrue(
                refused.problem().english().contains(named), refused.problem().english());
    }

    @Test
    void stepsAndRulesAreReadBackAsTheyWereSaved() {
        assertInstanceOf(CommandResult.Done.class, save("other", Map.of()));
        Map<String, Object> rules = Map.of(
                "steps", List.of(step(0, 4), step(30, 3), Map.of("from", 60, "anyone", true)),
                "overflow", List.of(Map.of("when", "POSITION", "threshold", 9, "to", "other")),
                "hours", Map.of("calendar", "office", "closed", "QUEUE", "instead", "other"),
                "callback", Map.of("offered", true, "afterSeconds", 45, "tries", 2, "pauseMinutes", 5),
                "limits", Map.of("waiting", 40, "longestSeconds", 900),
                "strategy", "best-skill",
                "overtakingSeconds", 120);
        assertInstanceOf(CommandResult.Done.class, save("french", rules));
        RoutingSettings again = new RoutingSettings(tables, new OneUnit(), InstantSource.system());
        assertEquals(Optional.of(queue("french", rules)), again.queue(Scope.system(), new QueueId("french")));
        QueueSettings french =
                again.queue(Scope.system(), new QueueId("french")).orElseThrow();
        assertEquals(0, french.stepAfter(Duration.ofSeconds(29)));
        assertEquals(1, french.stepAfter(Duration.ofSeconds(30)));
        assertEquals(2, french.stepAfter(Duration.ofHours(1)));
    }

    @Test
    void aStepShorterThanTheRingIsNamed() {
        refused(
                "short-step",
                "45",
                save("french", Map.of("steps", List.of(step(0, 4), step(30, 3), step(42, 1)), "ringSeconds", 15)));
    }

    @Test
    void aStepThatSaysNothingIsASlip() {
        IllegalArgumentException slip = assertThrows(
                IllegalArgumentException.class,
                () -> queue("french", Map.of("steps", List.of(step(0, 4), Map.of("from", 30)))));
        assertTrue(slip.getMessage().contains("30"), slip.getMessage());
    }

    @Test
    void anUnknownSkillInALaterStepIsNamed() {
        refused(
                "unknown-skill",
                "latin",
                save("french", Map.of("steps", List.of(step(0, 4), Map.of("from", 30, "needs", Map.of("latin", 1))))));
    }

    @Test
    void waysOutThatLeadBackAreNamedHopByHop() {
        save("c", Map.of());
        save("b", overflow("c"));
        save("a", overflow("b"));
        refused("overflow-loop", "c → a → b → c", save("c", overflow("a")));
        refused("unknown-target", "nowhere", save("c", overflow("nowhere")));
        refused("overflow-loop", "c → c", save("c", overflow("c")));
        refused("queue-is-target", "b", settings.carryOut(ADMIN, new QueueCommand.RemoveQueue(new QueueId("b")), ""));
    }

    @Test
    void whatMayInterruptIsReadBackAndUsualWhereNothingIsSaid() {
        WorkKind chat = new WorkKind("chat");
        WorkKind call = new WorkKind("call");
        Map<String, Object> body = Map.of("doing", "chat", "coming", Map.of("call", "never"));
        assertInstanceOf(CommandResult.Done.class, settings.carryOut(ADMIN, new QueueFields(body).meetings(), ""));
        WorkMatrix matrix = new RoutingSettings(tables, new OneUnit(), InstantSource.system()).matrix();
        assertEquals(WorkMatrix.Meeting.NEVER, matrix.of(chat, call));
        assertEquals(WorkMatrix.Meeting.INTERRUPTS, matrix.of(new WorkKind("sms"), call));
        assertEquals(WorkMatrix.Meeting.BESIDE, matrix.of(chat, new WorkKind("sms")));
        assertEquals(WorkMatrix.Meeting.NEVER, matrix.of(call, chat));
    }

    @Test
    void halfARuleIsRefused() {
        refused("half-dedicated", "", save("french", Map.of("preferred", Map.of("dedicatedSeconds", 10))));
        refused("half-closed", "", save("french", Map.of("hours", Map.of("closed", "QUEUE"))));
    }
}
