// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.People;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import io.patchbay.trace.api.Exports;
import io.patchbay.trace.api.Exports.Answer;
import io.patchbay.trace.api.Exports.ExportList;
import io.patchbay.trace.api.Exports.Reading;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportDeskTest {
    private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    private final ManualClock clock = new ManualClock();
    private final FakeJournal journal = new FakeJournal();

    /** Nobody is known: entries go to the root unit. */
    private final People people = (People) Proxy.newProxyInstance(
            People.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, values) -> Optional.empty());

    private final Exports desk = new ExportDesk(journal, people, "i-1", clock);

    private static Actor.Person reader(String... rights) {
        UserId user = new UserId("audrey");
        return new Actor.Person(
                user, Scope.of(user, Set.of(new io.patchbay.api.id.UnitId("headquarters")), Set.of(rights)));
    }

    private static ExportList list(Locale locale) {
        return new ExportList(
                "report.queues",
                List.of("Queue", "Waited"),
                List.of(
                        List.of("=cmd|'calc'", 15),
                        List.of("贵宾, \"VIP\"", Instant.parse("2026-11-22T04:00:00Z")),
                        List.of("＋1", Optional.empty())),
                new Reading(locale, ZoneId.of("Asia/Shanghai")));
    }

    private Answer csv(Actor.Person who, String purpose) {
        return desk.csv(who, list(CHINESE), purpose).toCompletableFuture().join();
    }

    private List<JournalEntry> told() {
        return journal.read(0, 100);
    }

    @Test
    void theFileHasItsRowsAndItsWatermarkAndTheJournalHasItsHash() throws Exception {
        Answer.File file = (Answer.File) csv(reader(Exports.MAKE), "  for the regulator ");
        assertThat(file.text())
                .startsWith(
                        "\uFEFFQueue,Waited\r\n\"'=cmd|'calc'\",15\r\n\"贵宾, \"\"VIP\"\"\",2026-11-22 12:00:00\r\n\"'＋1\",\r\n\r\n")
                .contains("水印：audrey · ", "用途：for the regulator", "系统 i-1");
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(told()).hasSize(1);
        assertThat(told().get(0).type()).isEqualTo("export.made");
        assertThat(told().get(0).body())
                .containsEntry("sha256", sha256)
                .containsEntry("count", 3)
                .containsEntry("purpose", "for the regulator")
                .containsEntry("what", "report.queues");
        assertThat(file.name()).startsWith("report-queues-").endsWith("-audrey.csv");
    }

    @Test
    void withoutTheRightNothingIsGivenAndTheAttemptIsTraced() {
        assertThat(csv(reader(), "for the regulator")).isInstanceOf(Answer.Refused.class);
        assertThat(told()).extracting(JournalEntry::type).containsExactly("export.refused");
    }

    @Test
    void withoutAPurposeNothingIsGiven() {
        assertThat(csv(reader(Exports.MAKE), "abc ")).isInstanceOf(Answer.Refused.class);
        assertThat(csv(reader(Exports.MAKE), "x".repeat(201))).isInstanceOf(Answer.Refused.class);
        assertThat(told()).isEmpty();
    }
}
