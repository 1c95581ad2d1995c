// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Skill;
import io.patchbay.routing.UnitInUse;
import io.patchbay.routing.store.SettingsTables;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoutingSettingsTest {
    private static final Actor ADMIN = new Actor.Part("test");

    private interface Work {
        void with(RoutingSettings settings, PlainStore store) throws java.sql.SQLException;
    }

    private static void settings(Path home, Work work) throws java.sql.SQLException {
        try (PlainStore store = new PlainStore(home, TestDatabases.memory())) {
            ClassLoader classes = RoutingSettingsTest.class.getClassLoader();
            store.migrations().migrate("io.patchbay.routing", classes, "io/patchbay/routing/changelog.sql");
            var tables = new SettingsTables(store.unit(classes, "routing"), store.outbox());
            work.with(new RoutingSettings(tables, new OneUnit(), InstantSource.system()), store);
        }
    }

    private static QueueSettings queue(String unit) {
        return new QueueFields(Map.of(
                        "queue", "loans", "name", "贷款", "unit", unit, "needs", Map.of("loans", 3), "ringSeconds", 20))
                .queue()
                .queue();
    }

    @Test
    void aQueueIsSavedReadBackAndToldToTheJournal(@TempDir Path home) throws java.sql.SQLException {
        settings(home, (settings, store) -> {
            settings.carryOut(ADMIN, new QueueCommand.SaveSkill(new Skill(new SkillId("loans"), "Loans")), "");
            assertInstanceOf(
                    CommandResult.Done.class,
                    settings.carryOut(ADMIN, new QueueCommand.SaveQueue(queue("headquarters")), ""));
            assertEquals(Optional.of(queue("headquarters")), settings.queue(Scope.system(), new QueueId("loans")));
            List<String> types =
                    store.outbox().pending(10).stream().map(row -> row.type()).toList();
            assertEquals(List.of("skill.saved", "queue.saved"), types);
        });
    }

    @Test
    void aUnitIsNotRemovedFromUnderItsQueues(@TempDir Path home) throws java.sql.SQLException {
        settings(home, (settings, store) -> {
            UnitInUse guard = new UnitInUse(settings);
            Command removal = new PeopleCommand.RemoveUnit(new UnitId("headquarters"));
            assertEquals(Optional.empty(), guard.before(ADMIN, removal));
            settings.carryOut(ADMIN, new QueueCommand.SaveSkill(new Skill(new SkillId("loans"), "Loans")), "");
            settings.carryOut(ADMIN, new QueueCommand.SaveQueue(queue("headquarters")), "");
            var refused = (CommandResult.Refused) guard.before(ADMIN, removal).orElseThrow();
            assertEquals("unit-has-queues", refused.problem().code());
            assertTrue(refused.problem().chinese().contains("loans"));
        });
    }

    @Test
    void unknownSkillsAndUnitsAreNamed(@TempDir Path home) throws java.sql.SQLException {
        settings(home, (settings, store) -> {
            var noSkill = (CommandResult.Refused)
                    settings.carryOut(ADMIN, new QueueCommand.SaveQueue(queue("headquarters")), "");
            assertEquals("unknown-skill", noSkill.problem().code());
            assertTrue(noSkill.problem().chinese().contains("loans"));
            settings.carryOut(ADMIN, new QueueCommand.SaveSkill(new Skill(new SkillId("loans"), "Loans")), "");
            var noUnit =
                    (CommandResult.Refused) settings.carryOut(ADMIN, new QueueCommand.SaveQueue(queue("mars")), "");
            assertTrue(noUnit.problem().english().contains("mars"));
            assertTrue(settings.queues(Scope.system()).isEmpty());
        });
    }

    @Test
    void aSkillThatAQueueAsksForStays(@TempDir Path home) throws java.sql.SQLException {
        settings(home, (settings, store) -> {
            settings.carryOut(ADMIN, new QueueCommand.SaveSkill(new Skill(new SkillId("loans"), "Loans")), "");
            settings.carryOut(ADMIN, new QueueCommand.SaveQueue(queue("headquarters")), "");
            var refused = (CommandResult.Refused)
                    settings.carryOut(ADMIN, new QueueCommand.RemoveSkill(new SkillId("loans")), "");
            assertEquals("skill-in-use", refused.problem().code());
            settings.carryOut(ADMIN, new QueueCommand.RemoveQueue(new QueueId("loans")), "");
            assertInstanceOf(
                    CommandResult.Done.class,
                    settings.carryOut(ADMIN, new QueueCommand.RemoveSkill(new SkillId("loans")), ""));
        });
    }

    @Test
    void aRetiredCodeStaysKnown(@TempDir Path home) throws java.sql.SQLException {
        settings(home, (settings, store) -> {
            Code retired = new Code(Code.Use.DISPOSITION, "other", "Other", "其他", true);
            settings.carryOut(ADMIN, new QueueCommand.SaveCode(retired), "");
            assertTrue(settings.codes(Code.Use.DISPOSITION).contains(retired));
            assertEquals(3, settings.codes(Code.Use.NOT_READY).size());
        });
    }
}
