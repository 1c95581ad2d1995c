// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.settings.api.ConfigChange;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.book.Book;
import io.patchbay.settings.book.Surroundings;
import io.patchbay.spi.command.Examination;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What settings and the configuration's text promise on every database. */
interface SettingsContract {
    Bench bench();

    /** Another one, as freshly installed; the former is closed (one EclipseLink session a unit and JVM). */
    Bench fresh();

    private void done(String command, Map<String, Object> body) {
        assertThat(bench().run(command, body)).isInstanceOf(CommandResult.Done.class);
    }

    private static void refused(CommandResult result, String code, String words) {
        assertThat(result).isInstanceOfSatisfying(CommandResult.Refused.class, no -> {
            assertThat(no.problem().code()).isEqualTo(code);
            assertThat(no.problem().english()).contains(words);
            assertThat(no.problem().chinese()).isNotBlank();
        });
    }

    @Test
    default void aValueIsInheritedDownTheTreeUntilSomethingBelowHasItsOwn() {
        var settings = bench().settings();
        assertThat(settings.value(Bench.GREETING, TestPeople.TEAM)).isEqualTo("hello");
        done("parameter.save", Map.of("parameter", "test.greeting", "value", "all"));
        assertThat(settings.value(Bench.GREETING, TestPeople.TEAM)).isEqualTo("all");
        done("parameter.save", Map.of("parameter", "test.greeting@branch", "value", "branch"));
        assertThat(settings.value(Bench.GREETING, TestPeople.TEAM)).isEqualTo("branch");
        assertThat(settings.value(Bench.GREETING, UnitId.ROOT)).isEqualTo("all");
        done("parameter.save", Map.of("parameter", "test.greeting@queue:loans", "value", "loans"));
        assertThat(settings.value(Bench.GREETING, TestPeople.TEAM, new QueueId("loans")))
                .isEqualTo("loans");
        assertThat(settings.value(Bench.GREETING, TestPeople.TEAM, new QueueId("vip")))
                .isEqualTo("branch");
        done("parameter.remove", Map.of("parameter", "test.greeting@branch"));
        assertThat(settings.value(Bench.GREETING, TestPeople.TEAM)).isEqualTo("all");
    }

    @Test
    default void whatDoesNotFitIsRefusedWithNameValueAndRemedy() {
        refused(
                bench().run("parameter.save", Map.of("parameter", "test.pause", "value", 3)),
                "parameter-value",
                "must be 5 to 120 seconds but is \"3\"");
        refused(
                bench().run("parameter.save", Map.of("parameter", "test.pause@branch", "value", 60)),
                "parameter-reach",
                "test.pause is not set for @branch");
        refused(
                bench().run("parameter.save", Map.of("parameter", "test.greeting@mars", "value", "x")),
                "unknown-unit",
                "mars");
        refused(
                bench().run("parameter.save", Map.of("parameter", "no.such", "value", "x")),
                "unknown-parameter",
                "no.such");
    }

    @Test
    default void theLastChangeIsUndoneAndHistoryKeepsAll() throws SQLException {
        done("parameter.save", Map.of("parameter", "test.greeting", "value", "one"));
        done("parameter.save", Map.of("parameter", "test.greeting", "value", "two"));
        done("parameter.undo", Map.of("parameter", "test.greeting"));
        assertThat(bench().settings().text(Bench.GREETING)).isEqualTo("one");
        assertThat(bench().settings().of(SettingKind.PARAMETER, "test.greeting"))
                .hasSize(3);
        assertThat(bench().told()).anySatisfy(line -> assertThat(line)
                .startsWith("parameter.undone")
                .contains("\"after\":{\"value\":\"one\"}", "\"before\":{\"value\":\"two\"}"));
        refused(bench().run("parameter.undo", Map.of("parameter", "test.pause")), "nothing-to-undo", "test.pause");
    }

    @Test
    default void aDatedValueHoldsForItsTimeAndWatchersHear() {
        Bench bench = bench();
        Instant now = bench.clock().instant();
        var around = new Surroundings(
                bench.people(),
                () -> List.of(new SettingsDeclarations()),
                List::<io.patchbay.spi.config.DictionaryUse>of);
        done(
                "parameter.save",
                Map.of(
                        "parameter", "test.greeting",
                        "value", "usual",
                        "dated",
                                List.of(Map.of(
                                        "from", now.plusSeconds(60).toString(),
                                        "until", now.plusSeconds(120).toString(),
                                        "value", "feast"))));
        Settings settings = new Settings(bench.book(), around, bench.clock());
        List<String> heard = new java.util.ArrayList<>();
        settings.watch(() -> heard.add(settings.text(Bench.GREETING)));
        settings.lookAtTheClock();
        bench.clock().advance(Duration.ofSeconds(90));
        settings.lookAtTheClock();
        bench.clock().advance(Duration.ofSeconds(90));
        settings.lookAtTheClock();
        assertThat(heard).containsExactly("feast", "usual");
    }

    @Test
    default void datedValuesMustNotOverlap() {
        Instant now = bench().clock().instant();
        Map<String, Object> one = dated(now, now.plusSeconds(60));
        Map<String, Object> other = dated(now.plusSeconds(30), now.plusSeconds(90));
        refused(
                bench().run("parameter.save", Map.of("parameter", "test.greeting", "dated", List.of(other, one))),
                "dates-overlap",
                "two values");
    }

    private static Map<String, Object> dated(Instant from, Instant until) {
        return Map.of("from", from.toString(), "until", until.toString(), "value", "x");
    }

    @Test
    default void aCodeInUseCanBeEndedButNotDropped() {
        Map<String, Object> card = Map.of("code", "card", "english", "Cards", "chinese", "银行卡");
        Map<String, Object> other = Map.of("code", "other", "english", "Other", "chinese", "其他");
        refused(bench().run("dictionary.save", business(List.of(other))), "code-in-use", "Give it an end instead");
        Map<String, Object> ended = new java.util.HashMap<>(card);
        ended.put("until", "2026-01-01T00:00:00Z");
        done("dictionary.save", business(List.of(ended, other)));
        var dictionary = bench().settings().now("business").orElseThrow();
        assertThat(dictionary.entry("card").orElseThrow().enabled(Instant.parse("2026-06-01T00:00:00Z")))
                .isFalse();
    }

    private static Map<String, Object> business(List<Map<String, Object>> codes) {
        return Map.of("dictionary", "business", "english", "Business", "chinese", "业务", "codes", codes);
    }

    @Test
    default void rowsOfThePastAreReadInTheWordsOfThatDay() {
        String before = bench().settings().now("tier").orElseThrow().title(java.util.Locale.ENGLISH);
        done(
                "dictionary.save",
                Map.of(
                        "dictionary", "tier",
                        "english", "Classes",
                        "chinese", "等级",
                        "codes", List.of(Map.of("code", "gold", "english", "Golden", "chinese", "金"))));
        var settings = bench().settings();
        assertThat(settings.now("tier").orElseThrow().english()).isEqualTo("Classes");
        assertThat(settings.at("tier", Instant.parse("2020-01-01T00:00:00Z"))
                        .orElseThrow()
                        .english())
                .isEqualTo(before);
    }

    @Test
    default void aMenuOrdersAndHidesButTwoRolesSeeTheUnion() {
        RoleId agent = new RoleId("agent");
        done("menu.save", Map.of("role", "agent", "rail", List.of("records", "desk"), "hidden", List.of("start")));
        var settings = bench().settings();
        List<String> there = List.of("start", "desk", "floor", "records");
        assertThat(settings.rail(Set.of(agent), there)).containsExactly("records", "desk", "floor");
        assertThat(settings.rail(Set.of(agent, new RoleId("boss")), there))
                .containsExactly("records", "desk", "start", "floor");
        refused(bench().run("menu.save", Map.of("role", "nobody")), "unknown-role", "nobody");
    }

    @Test
    default void calendarsWithTwoAnswersForOneMomentAreRefused() {
        refused(
                bench().run("calendar.save", calendar(Map.of("MONDAY", List.of("09:00-12:00", "11:00-18:00")))),
                "spans-overlap",
                "09:00-12:00 and 11:00-18:00");
        refused(bench().run("calendar.save", calendar(Map.of())), "empty-hours", "names no weekday");
        refused(bench().run("holidays.remove", Map.of("holidays", "cn-2026")), "holidays-in-use", "office-hours");
    }

    private static Map<String, Object> calendar(Map<String, Object> week) {
        return Map.of("calendar", "desk", "english", "Desk", "chinese", "柜台", "hours", List.of(week));
    }

    @Test
    default void exportIntoAFreshSystemAndOutAgainIsEqualText() {
        done("parameter.save", Map.of("parameter", "test.greeting", "value", "第一行\n\"第二行\": yes"));
        done("parameter.save", Map.of("parameter", "test.pause", "value", 60));
        done("menu.save", Map.of("role", "agent", "rail", List.of("desk"), "hidden", List.of("on", "12")));
        done("calendar.save", calendar(Map.of("MONDAY", List.of("00:00-24:00"))));
        done("dictionary.remove", Map.of("dictionary", "region"));
        String text = bench().centre().export();
        Bench fresh = fresh();
        ConfigPlan plan = fresh.centre().plan(text, true, Scope.system());
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.changes())
                .extracting(change -> change.sign() + change.part() + "/" + change.id())
                .containsExactlyInAnyOrder(
                        "+calendars/desk",
                        "+menus/agent",
                        "+parameters/test.greeting",
                        "+parameters/test.pause",
                        "-dictionaries/region");
        CommandResult result = fresh.centre().carryOut(Bench.ADMIN, new ConfigCommand.Import(text, true), "");
        assertThat(result).isInstanceOfSatisfying(CommandResult.Done.class, done -> {
            assertThat(done.result()).containsEntry("added", 4).containsEntry("removed", 1);
            assertThat((List<?>) done.result().get("refused")).isEmpty();
        });
        assertThat(fresh.centre().export()).isEqualTo(text);
        assertThat(fresh.centre().plan(text, true, Scope.system()).empty()).isTrue();
    }

    @Test
    default void aFaultyTextNamesLineAndColumnAndChangesNothing() {
        String before = bench().centre().export();
        String text =
                "format: patchbay-configuration/1\nparameters:\n  test.pause:\n    valeu: 3\n  test.greeting: [\n";
        ConfigPlan broken = bench().centre().plan(text, false, Scope.system());
        assertThat(broken.faults()).hasSize(1);
        assertThat(broken.faults().get(0).line()).isEqualTo(6);
        ConfigPlan wrong = bench().centre().plan(text.replace("  test.greeting: [\n", ""), false, Scope.system());
        assertThat(wrong.faults()).hasSize(1);
        assertThat(wrong.faults().get(0).line()).isEqualTo(3);
        assertThat(wrong.faults().get(0).problem().english()).contains("valeu");
        refused(
                bench().centre().carryOut(Bench.ADMIN, new ConfigCommand.Import(text, true), ""),
                "bad-configuration",
                "Line 6, column 1");
        assertThat(bench().centre().export()).isEqualTo(before);
        assertThat(bench().centre().points().all()).isEmpty();
    }

    @Test
    default void aPartWithARefusalIsPutBackAndTheOthersStay() {
        String text =
                """
                format: patchbay-configuration/1
                menus:
                  agent:
                    rail: [desk]
                    hidden: []
                    panels: []
                    hiddenPanels: []
                parameters:
                  test.greeting:
                    value: hi
                  test.pause:
                    value: 1
                """;
        CommandResult result = bench().centre().carryOut(Bench.ADMIN, new ConfigCommand.Import(text, false), "");
        assertThat(result).isInstanceOfSatisfying(CommandResult.Done.class, done -> {
            assertThat(done.result()).containsEntry("added", 1).containsEntry("putBack", 1);
            assertThat(done.result().get("refused").toString()).contains("test.pause", "line=11", "5 to 120 seconds");
        });
        assertThat(bench().settings().text(Bench.GREETING)).isEqualTo("hello");
        assertThat(bench().settings().menus()).hasSize(1);
    }

    @Test
    default void withoutTheRightThePlanSaysSo() {
        String text = "format: patchbay-configuration/1\nparameters:\n  test.pause:\n    value: 60\n";
        ConfigPlan plan = bench().centre().plan(text, false, Bench.nobody());
        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.changes().get(0).outlook())
                .isInstanceOfSatisfying(
                        ConfigChange.Outlook.Blocked.class,
                        blocked -> assertThat(blocked.problem().english()).contains("settings.edit"));
    }

    @Test
    default void aRestorePointBringsEverythingBack() {
        String before = bench().centre().export();
        String point = ((CommandResult.Done)
                        bench().centre().carryOut(Bench.ADMIN, new ConfigCommand.KeepPoint("Before the change!"), ""))
                .result()
                .get("point")
                .toString();
        assertThat(point).endsWith("-before-the-change");
        done("parameter.save", Map.of("parameter", "test.pause", "value", 60));
        done("dictionary.remove", Map.of("dictionary", "certificate"));
        bench().clock().advance(Duration.ofSeconds(1));
        bench().centre().carryOut(Bench.ADMIN, new ConfigCommand.Restore(point), "");
        assertThat(bench().centre().export()).isEqualTo(before);
        assertThat(bench().centre().points().all()).hasSize(2);
        refused(
                bench().centre().carryOut(Bench.ADMIN, new ConfigCommand.Restore("../../etc/passwd"), ""),
                "unknown-point",
                "config-points");
    }

    @Test
    default void everythingIsThereAfterAStartFromTheSameTables() {
        done("parameter.save", Map.of("parameter", "test.pause", "value", 60));
        Book again = bench().book();
        assertThat(again.now().parameters()).containsKey("test.pause");
        assertThat(again.now().holidays().get("cn-2026").days()).hasSize(39);
    }

    @Test
    default void aReviewedParameterIsPlannedAsAProposalAndReadsBackFromIt() {
        String text = "format: patchbay-configuration/1\nparameters:\n  test.limit:\n    value: 60\n";
        var boss = Scope.of(new UserId("boss"), Set.of(UnitId.ROOT), Set.of("settings.edit"));
        assertThat(bench().centre().plan(text, false, boss).changes().get(0).outlook())
                .isInstanceOf(ConfigChange.Outlook.Review.class);
        var handler = new SaveHandlers.Parameter(bench().settings());
        var command = handler.read(Map.of("parameter", "test.limit", "value", 60L));
        assertThat(handler.read(handler.write(command))).isEqualTo(command);
        assertThat(handler.examine(Bench.ADMIN, command)).hasValueSatisfying(examination -> {
            assertThat(examination.review()).isEqualTo(Examination.Review.FIRST_AND_FINAL);
            assertThat(examination.after()).isEqualTo(Map.of("value", 60L));
        });
    }
}
