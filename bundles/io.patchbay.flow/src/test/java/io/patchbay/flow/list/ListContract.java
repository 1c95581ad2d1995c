// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.flow.Questions;
import io.patchbay.flow.api.ListCommand;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.store.ListTable;
import io.patchbay.spi.command.Examination;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lists promise on every database. */
abstract class ListContract {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor SUSAN = new Actor.Person(
            new UserId("susan"), Scope.of(new UserId("susan"), Set.of(UnitId.ROOT), Set.of(Lists.SEE, Lists.EDIT)));
    private static final String NUMBER = "+8613800132046";

    private final ManualClock clock = new ManualClock();
    private final CustomerId wang = CustomerId.at(1);
    private PlainStore store;
    private ListTable table;
    private ListBook book;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        ClassLoader loader = ListBook.class.getClassLoader();
        store.migrations().migrate("io.patchbay.flow", loader, "io/patchbay/flow/changelog.sql");
        table = new ListTable(store.unit(loader, "flow"), store.outbox(), store.vault());
        book = book();
    }

    private ListBook book() {
        return ListBook.of(table, new QueueId("vip")::equals, wang::equals, unit -> ZONE, clock);
    }

    @AfterEach
    void end() {
        store.close();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }

    private ListEntry entry(String list, String party, String rule) {
        return entry(list, party, rule, today().plusDays(9));
    }

    private ListEntry entry(String list, String party, String rule, LocalDate until) {
        Map<String, Object> body = new HashMap<>(
                Map.of("list", list, "party", party, "rule", rule, "reason", "骚扰", "until", until.toString()));
        if (rule.equals("queue")) {
            body.put("queue", "vip");
            body.put("credit", 5);
        }
        return ListFields.read(body, UUID::randomUUID, today());
    }

    private CommandResult save(ListEntry entry) {
        return book.carryOut(SUSAN, new ListCommand.SaveEntry(entry), "");
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    private Treated treat(String number) {
        return book.treatment().treat(Questions.call(number, "service", clock.instant()));
    }

    @Test
    void whoIsOnTheBlackListIsTurnedAwayWithTheEntryNamed() {
        assertThat(treat(NUMBER)).isEqualTo(Treated.nothing());
        ListEntry entry = entry("black", "138 0013 2046", "refuse");
        assertThat(save(entry)).isInstanceOf(CommandResult.Done.class);
        Treated.Refuse refused = (Treated.Refuse) treat(NUMBER);
        assertThat(refused.why().english())
                .contains("black", "susan", today().plusDays(9).toString());
        assertThat(refused.why().chinese()).contains("黑名单", "susan", "拒绝");
        assertThat(refused.facts().get(ListTreatment.FACT).toString()).contains("骚扰");
        assertThat(refused.why().english() + refused.why().chinese()).doesNotContain("骚扰", "1380013");
    }

    @Test
    void anAlarmGoesOnAndTheRedListGoesToItsQueue() {
        save(entry("black", NUMBER, "alarm"));
        save(entry("red", "customer:" + wang, "queue"));
        Treated.ToQueue alarm = (Treated.ToQueue) treat(NUMBER);
        assertThat(alarm.facts()).containsEntry(ListTreatment.ALARM, true);
        assertThat(alarm.queue()).isEmpty();
        Treated.ToQueue red = (Treated.ToQueue) book.treatment()
                .treat(Questions.by(
                        Questions.call("+8613900000000", "service", clock.instant()), wang, "gold", "", ""));
        assertThat(red.queue()).contains(new QueueId("vip"));
        assertThat(red.creditMinutes()).isEqualTo(5);
    }

    @Test
    void aNumberBeatsARangeAndBlackBeatsRed() {
        save(entry("black", "+86400*", "refuse"));
        save(entry("red", "+8640012345678", "queue"));
        assertThat(treat("+864009999999")).isInstanceOf(Treated.Refuse.class);
        save(entry("black", "customer:" + wang, "alarm"));
        assertThat(book.treatment()
                        .treat(Questions.by(
                                Questions.call("+8640012345678", "service", clock.instant()), wang, "gold", "", "")))
                .extracting(treated -> ((Treated.ToQueue) treated).facts().get(ListTreatment.ALARM))
                .isEqualTo(true);
    }

    @Test
    void anEntryEndsAfterItsLastDay() {
        save(entry("black", NUMBER, "refuse", today()));
        assertThat(treat(NUMBER)).isInstanceOf(Treated.Refuse.class);
        clock.advance(Duration.ofDays(1));
        assertThat(treat(NUMBER)).isEqualTo(Treated.nothing());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        ListEntry over = entry("black", NUMBER, "refuse", today());
        clock.advance(Duration.ofDays(1));
        assertThat(code(save(over))).isEqualTo("expired");
        save(entry("black", NUMBER, "refuse"));
        assertThat(code(save(entry("red", NUMBER, "queue")))).isEqualTo("already-listed");
        save(entry("black", "+8640*", "refuse"));
        assertThat(code(save(entry("black", "+86400*", "alarm")))).isEqualTo("already-listed");
        assertThat(code(save(entry("black", "customer:" + CustomerId.at(2), "alarm"))))
                .isEqualTo("unknown-customer");
        for (String party : new String[] {"123", "+861", "wang", "+*"}) {
            assertThatThrownBy(() -> entry("black", party, "refuse")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> entry("red", NUMBER, "refuse")).hasMessageContaining("red list");
        assertThatThrownBy(() -> entry("black", NUMBER, "refuse", today().minusDays(1)))
                .hasMessageContaining("until");
    }

    @Test
    void aTableIsTakenWholeOrRefusedByLines() {
        String day = today().plusDays(30).toString();
        String good = "list,party,rule,queue,credit,reason,from,until\n"
                + "black,13800000001,refuse,,,\"spam, again\",," + day + "\n"
                + "red,13800000002,queue,vip,10,VIP,," + day + "\n";
        String bad = good
                + "black,138,refuse,,,x,," + day + "\n"
                + "black,13800000003,refuse,,,x,,2020-01-01\n"
                + "black,13800000001,alarm,,,x,," + day + "\n"
                + "red,13800000004,queue,nowhere,10,x,," + day + "\n"
                + "black,13800000005,refuse\n";
        CommandResult.Refused refused =
                (CommandResult.Refused) book.carryOut(SUSAN, new ListCommand.ImportEntries(bad, UnitId.ROOT), "");
        assertThat(refused.problem().english())
                .contains("Line 4:", "Line 5:", "Line 6:", "Line 7:", "Line 8:")
                .doesNotContain("Line 2:", "Line 3:");
        assertThat(refused.problem().chinese()).contains("第 6 行", "nowhere");
        assertThat(book.entries(Scope.system())).isEmpty();
        assertThat(book.carryOut(SUSAN, new ListCommand.ImportEntries(good, UnitId.ROOT), ""))
                .isInstanceOf(CommandResult.Done.class);
        assertThat(book.entries(Scope.system())).hasSize(2);
        assertThat(treat("+8613800000001")).isInstanceOf(Treated.Refuse.class);
    }

    @Test
    void aChangeNeedsTwoReviewsUnlessItWouldBeRefused() {
        ListEntry entry = entry("black", NUMBER, "refuse");
        Examination examined =
                book.examine(SUSAN, new ListCommand.SaveEntry(entry)).orElseThrow();
        assertThat(examined.review()).isEqualTo(Examination.Review.FIRST_AND_FINAL);
        assertThat(examined.before()).isEmpty();
        save(entry);
        assertThat(book.examine(SUSAN, new ListCommand.RemoveEntry(entry.id())))
                .get()
                .extracting(Examination::after)
                .isEqualTo(Map.of());
        assertThat(book.examine(SUSAN, new ListCommand.SaveEntry(entry("red", NUMBER, "queue"))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void entriesOutliveARestartAndAreSealed() throws SQLException {
        save(entry("black", NUMBER, "refuse"));
        book = book();
        assertThat(treat(NUMBER)).isInstanceOf(Treated.Refuse.class);
        assertThat(book.entries(Scope.system()).get(0).addedBy()).isEqualTo("user:susan");
        try (Connection connection = store.database().dataSource().getConnection();
                ResultSet row = connection.createStatement().executeQuery("select hash, sealed from flow_list")) {
            row.next();
            assertThat(row.getString(1)).doesNotContain("1380013"); // fewer digits may stand in a hash by chance
            assertThat(new String(row.getBytes(2), StandardCharsets.UTF_8)).doesNotContain("1380013", "骚扰");
        }
    }

    @Test
    void onlyEntriesOfOnesOwnUnitsAreSeenAndChanged() {
        save(entry("black", NUMBER, "refuse"));
        UserId other = new UserId("other");
        Scope branch = Scope.of(other, Set.of(new UnitId("branch")), Set.of(Lists.SEE, Lists.EDIT));
        assertThat(book.entries(branch)).isEmpty();
        UUID id = book.entries(Scope.system()).get(0).entry().id();
        assertThat(code(book.carryOut(new Actor.Person(other, branch), new ListCommand.RemoveEntry(id), "")))
                .isEqualTo("forbidden-unit");
        assertThat(book.carryOut(SUSAN, new ListCommand.RemoveEntry(id), "")).isInstanceOf(CommandResult.Done.class);
        assertThat(treat(NUMBER)).isEqualTo(Treated.nothing());
    }

    @Test
    void whoIsErasedIsOnNoList() {
        save(entry("black", NUMBER, "refuse"));
        save(entry("red", "customer:" + wang, "queue"));
        String hash = store.vault().lookupHash("tel:" + NUMBER);
        assertThat(book.erase(new Identities(Set.of(wang), Set.of(hash), Set.of(), Set.of(), Set.of(), Set.of())))
                .isEqualTo(2);
        assertThat(book.entries(Scope.system())).isEmpty();
        assertThat(book.erase(new Identities(Set.of(wang), Set.of(hash), Set.of(), Set.of(), Set.of(), Set.of())))
                .isZero();
    }
}
