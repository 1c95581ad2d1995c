// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.ui.kit.text.Languages;
import io.patchbay.ui.kit.view.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static ReportTable table(Object... row) {
        return new ReportTable(
                new ReportKind("k", "K", "类"),
                List.of(new Column("a", "Queue", "队列", Unit.TEXT), new Column("b", "Count", "数量", Unit.COUNT)),
                List.of(List.of(row)),
                List.of(),
                Optional.empty(),
                Instant.EPOCH);
    }

    private static String csv(Object... row) {
        return new Csv(Languages.CHINESE, SHANGHAI).text(table(row));
    }

    @Test
    void beginsWithAByteOrderMarkAndHeadings() {
        assertThat(csv("综合服务", 12L)).isEqualTo("\uFEFF队列,数量\r\n综合服务,12\r\n");
    }

    @Test
    void noCellCanBeTakenForAFormula() {
        for (String start : List.of("=", "+", "-", "@", "\n=", "＝", "＋", "－", "＠")) {
            assertThat(csv(start + "1", -3L)).contains("\"'" + start + "1\",-3");
        }
    }

    @Test
    void commasAndQuotesAreQuoted() {
        assertThat(csv("a \"b\", c", 1L)).contains("\"a \"\"b\"\", c\",1");
    }

    @Test
    void missingDataIsEmptyAndMomentsAreInTheZone() {
        assertThat(csv(Instant.parse("2026-11-20T02:26:08Z"), Optional.empty())).contains("2026-11-20 10:26:08,\r\n");
    }

    @Test
    void aChoiceWithoutDaysIsToday() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        var request =
                ReportChoice.of(Place.parse("reports/k?queue=loans&other=x")).request(today, SHANGHAI);
        assertThat(request.from()).isEqualTo(today);
        assertThat(request.to()).isEqualTo(today);
        assertThat(request.filters()).containsOnlyKeys("queue");
    }

    @Test
    void aReversedPeriodIsAskedAsItWasTyped() {
        var request = ReportChoice.of(Place.parse("reports/k?from=2026-11-20&to=2026-11-01"))
                .request(LocalDate.of(2026, 11, 20), SHANGHAI);
        assertThat(request.from()).isAfter(request.to());
    }
}
