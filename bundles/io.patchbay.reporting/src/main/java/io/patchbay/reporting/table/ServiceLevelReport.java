// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.QueueId;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Chart;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.reporting.projection.Quarters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Service level over time: by quarter-hour for up to two days, else by day. Times without contacts have a row too. */
final class ServiceLevelReport implements Report {
    private static final ReportKind KIND = new ReportKind("service-level", "Service level", "服务水平");
    private static final int DAYS_BY_QUARTER = 2;
    private static final List<Column> COLUMNS = List.of(
            new Column("time", "From", "起始", Unit.MOMENT),
            new Column("offered", "Offered", "进入队列", Unit.COUNT),
            new Column("answered", "Answered", "接听", Unit.COUNT),
            new Column("inTime", "Answered in time", "及时接听", Unit.COUNT),
            new Column("abandoned", "Abandoned", "放弃", Unit.COUNT),
            new Column("serviceLevel", "Service level", "服务水平", Unit.SHARE));

    private final BiFunction<Scope, QueueId, Optional<Double>> targets;

    ServiceLevelReport(BiFunction<Scope, QueueId, Optional<Double>> targets) {
        this.targets = targets;
    }

    @Override
    public ReportKind kind() {
        return KIND;
    }

    @Override
    public Set<String> filters() {
        return Set.of("queue", "channel");
    }

    @Override
    public ReportTable run(Question question) {
        boolean byQuarter = !question.request()
                .from()
                .plusDays(DAYS_BY_QUARTER)
                .isBefore(question.request().to().plusDays(1));
        Map<Instant, QueueSums> times = times(question, byQuarter);
        Set<String> queues = new HashSet<>();
        QueueSums total = new QueueSums();
        for (QueueSums.Row row : question.quarters(Question.Of.CONTACTS, QueueSums.SELECT, QueueSums.Row::read)) {
            times.computeIfAbsent(start(question, row.quarter(), byQuarter), key -> new QueueSums())
                    .add(row.sums());
            total.add(row.sums());
            queues.add(row.queue());
        }
        List<List<Object>> rows = new ArrayList<>();
        times.forEach((time, sums) -> rows.add(row(time, sums)));
        Chart chart = new Chart(List.of("offered"), List.of("serviceLevel"), goal(question, queues));
        List<Object> totals = row(Optional.empty(), total);
        return new ReportTable(KIND, COLUMNS, rows, totals, Optional.of(chart), question.asOf());
    }

    /** Each time of the period up to now. */
    private static Map<Instant, QueueSums> times(Question question, boolean byQuarter) {
        Map<Instant, QueueSums> times = new TreeMap<>();
        long last = Quarters.of(
                Math.min(question.end().toEpochMilli() - 1, question.asOf().toEpochMilli()));
        for (long quarter = Quarters.of(question.begin().toEpochMilli()); quarter <= last; quarter++) {
            times.computeIfAbsent(start(question, quarter, byQuarter), key -> new QueueSums());
        }
        return times;
    }

    private static Instant start(Question question, long quarter, boolean byQuarter) {
        ZonedDateTime local = question.local(quarter);
        LocalDate day = local.toLocalDate();
        return byQuarter
                ? local.toInstant()
                : day.atStartOfDay(question.request().zone()).toInstant();
    }

    /** The goal of the queues in the table, if they share one. */
    private Optional<Double> goal(Question question, Set<String> queues) {
        Set<Optional<Double>> goals = new HashSet<>();
        for (String queue : queues) {
            goals.add(targets.apply(question.scope(), new QueueId(queue)));
        }
        return goals.size() == 1 ? goals.iterator().next() : Optional.empty();
    }

    private static List<Object> row(Object time, QueueSums sums) {
        return List.of(time, sums.offered(), sums.answered(), sums.inTime(), sums.abandoned(), sums.serviceLevel());
    }
}
