// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.store.SettingsTables;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tree of wrap-up codes in a database: what it refuses, and that each of its versions stays. */
abstract class CodeTreeContract {
    private static final Actor ADMIN = new Actor.Part("test");
    private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");

    private final ManualClock clock = new ManualClock(MORNING);
    private PlainStore store;
    private SettingsTables tables;
    private RoutingSettings settings;

    abstract PlainStore database();

    @BeforeEach
    void open() throws SQLException {
        store = database();
        ClassLoader classes = getClass().getClassLoader();
        store.migrations().migrate("io.patchbay.routing", classes, "io/patchbay/routing/changelog.sql");
        tables = new SettingsTables(store.unit(classes, "routing"), store.outbox());
        settings = reopened();
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    private RoutingSettings reopened() {
        return new RoutingSettings(tables, new OneUnit(), clock);
    }

    private CommandResult save(String key, String parent, boolean retired) {
        return save(
                Map.of("key", key, "english", "E " + key, "chinese", "中 " + key, "parent", parent, "retired", retired));
    }

    private CommandResult save(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("use", "disposition"));
        body.putAll(more);
        return settings.carryOut(ADMIN, new QueueFields(body).code(), "");
    }

    private void saved(String key, String parent) {
        assertInstanceOf(CommandResult.Done.class, save(key, parent, false));
    }

    private static Problem refused(CommandResult result) {
        return assertInstanceOf(CommandResult.Refused.class, result).problem();
    }

    private CodeTree tree() {
        return settings.tree(Code.Use.DISPOSITION);
    }

    private static List<String> keys(List<Code> codes) {
        return codes.stream().map(Code::key).toList();
    }

    @Test
    void codesStandBeneathOthersAndOnlyLeavesCanBeChosen() {
        saved("fees", "complaint");
        saved("card-fees", "fees");
        saved("waiting", "complaint");
        assertEquals("Complaint › E fees › E card-fees", tree().text("card-fees", Locale.ENGLISH));
        assertEquals("投诉 › 中 waiting", tree().text("waiting", Locale.CHINA));
        assertEquals(List.of("business", "card-fees", "waiting", "enquiry", "other"), keys(tree().choices(List.of())));
        assertEquals(List.of("card-fees"), keys(tree().choices(List.of("fees"))));
        assertTrue(tree().inner("complaint"));
    }

    @Test
    void unknownParentsCirclesAndDepthAreRefusedByName() {
        Problem unknown = refused(save("fees", "grievance", false));
        assertEquals("unknown-parent", unknown.code());
        assertTrue(unknown.english().contains("grievance"), unknown.english());
        saved("second", "complaint");
        saved("third", "second");
        saved("fourth", "third");
        Problem deep = refused(save("fifth", "fourth", false));
        assertEquals("deep-parent", deep.code());
        assertTrue(deep.chinese().contains("fifth"), deep.chinese());
        Problem circle = refused(save("complaint", "third", false));
        assertEquals("circular-parent", circle.code());
        assertTrue(circle.english().contains("complaint › second › third › complaint"), circle.english());
        assertEquals("circular-parent", refused(save("third", "third", false)).code());
        saved("wide", "other");
        assertEquals("deep-parent", refused(save("second", "wide", false)).code(), "moved with all beneath it");
    }

    @Test
    void whatIsStillNeededIsNotRetired() {
        saved("fees", "complaint");
        Problem beneath = refused(save("complaint", "", true));
        assertEquals("codes-beneath", beneath.code());
        assertTrue(beneath.english().contains("fees"), beneath.english());
        queueOffers("fees");
        Problem offered = refused(save("fees", "complaint", true));
        assertEquals("code-offered", offered.code());
        assertTrue(offered.chinese().contains("loans"), offered.chinese());
        queueOffers("other");
        assertInstanceOf(CommandResult.Done.class, save("fees", "complaint", true));
        assertEquals("retired-parent", refused(save("late", "fees", false)).code());
        assertTrue(keys(tree().choices(List.of())).contains("complaint"), "a leaf again");
    }

    private void queueOffers(String... codes) {
        assertInstanceOf(CommandResult.Done.class, queue(codes));
    }

    private CommandResult queue(String... codes) {
        return settings.carryOut(
                ADMIN,
                new QueueFields(Map.of("queue", "loans", "name", "贷款", "unit", "headquarters", "codes", List.of(codes)))
                        .queue(),
                "");
    }

    @Test
    void aQueueOffersOnlyCodesThatAreThere() {
        Problem unknown = refused(queue("complaint", "grievance"));
        assertEquals("unknown-codes", unknown.code());
        assertTrue(unknown.english().contains("grievance"), unknown.english());
        queueOffers("complaint");
        settings = reopened();
        assertEquals(List.of("complaint"), settings.everyQueue().get(0).rules().codes());
    }

    @Test
    void eachVersionOfTheTreeStays() throws SQLException {
        assertEquals(1, tree().version());
        clock.advance(Duration.ofHours(1));
        saved("fees", "complaint");
        clock.advance(Duration.ofHours(1));
        save(Map.of("key", "fees", "english", "Charges", "chinese", "收费", "parent", "other"));
        settings = reopened();
        assertEquals(3, tree().version());
        assertEquals("Other › Charges", tree().text("fees", Locale.ENGLISH));
        CodeTree then = settings.tree(Code.Use.DISPOSITION, MORNING.plus(Duration.ofMinutes(90)));
        assertEquals(2, then.version());
        assertEquals("Complaint › E fees", then.text("fees", Locale.ENGLISH));
        assertEquals(1, settings.tree(Code.Use.DISPOSITION, Instant.EPOCH).version());
        List<String> told =
                store.outbox().pending(10).stream().map(row -> row.body()).toList();
        assertTrue(told.get(0).contains("\"version\":2"), told.get(0));
        assertTrue(told.get(1).contains("\"version\":3"), told.get(1));
    }

    @Test
    void reasonsHaveNoLevels() {
        CommandResult result =
                save(Map.of("use", "not_ready", "key", "tea", "english", "Tea", "chinese", "茶歇", "parent", "break"));
        assertEquals("flat-parent", refused(result).code());
        assertEquals(1, settings.tree(Code.Use.NOT_READY).version());
    }

    @Test
    void theCommandCarriesTheParent() {
        QueueCommand.SaveCode read = new QueueFields(Map.of(
                        "use", "disposition", "key", "fees", "english", "Fees", "chinese", "费用", "parent", "complaint"))
                .code();
        assertEquals("complaint", RoutingSettings.body(read.code()).get("parent"));
    }
}
