// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.QueueId;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Chart;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Contacts by hour, queue and channel. The hour is the one in which they entered the queue. */
final class InteractionsReport implements Report {
    private static final ReportKind KIND = new ReportKind("interactions", "Contacts by hour", "分时联络量");
    private static final List<Column> COLUMNS = List.of(
            new Column("hour", "Hour", "时段", Unit.MOMENT),
            new Column("queue", "Queue", "队列", Unit.TEXT),
            new Column("channel", "Channel", "渠道", Unit.TEXT),
            new Column("offered", "Offered", "进入队列", Unit.COUNT),
            new Column("answered", "Answered", "接听", Unit.COUNT),
            new Column("inTime", "Answered in time", "及时接听", Unit.COUNT),
            new Column("abandoned", "Abandoned", "放弃", Unit.COUNT),
            new Column("other", "Moved, ended or waiting", "转出、结束或等待中", Unit.COUNT),
            new Column("serviceLevel", "Service level", "服务水平", Unit.SHARE),
            new Column("averageWait", "Average wait", "平均等待", Unit.SECONDS),
            new Column("averageHandle", "Average handle time", "平均处理时长", Unit.SECONDS));

    private final BiFunction<Scope, QueueId, String> queueNames;

    private record Group(Instant hour, String queue, String channel) {}

    InteractionsReport(BiFunction<Scope, QueueId, String> queueNames) {
        this.queueNames = queueNames;
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
        Map<Group, QueueSums> groups = new TreeMap<>(
                Comparator.comparing(Group::hour).thenComparing(Group::queue).thenComparing(Group::channel));
        QueueSums total = new QueueSums();
        for (QueueSums.Row row : question.quarters(Question.Of.CONTACTS, QueueSums.SELECT, QueueSums.Row::read)) {
            Instant hour =
                    question.local(row.quarter()).truncatedTo(ChronoUnit.HOURS).toInstant();
            groups.computeIfAbsent(new Group(hour, row.queue(), row.channel()), key -> new QueueSums())
                    .add(row.sums());
            total.add(row.sums());
        }
        List<List<Object>> rows = new ArrayList<>();
        groups.forEach((group, sums) -> {
            String queue = queueNames.apply(question.scope(), new QueueId(group.queue));
            rows.add(row(group.hour, queue, group.channel, sums));
        });
        Chart chart = new Chart(List.of("offered", "answered", "abandoned"), List.of(), Optional.empty());
        List<Object> totals = row(Optional.empty(), Optional.empty(), Optional.empty(), total);
        return new ReportTable(KIND, COLUMNS, rows, totals, Optional.of(chart), question.asOf());
    }

    private static List<Object> row(Object hour, Object queue, Object channel, QueueSums sums) {
        return List.of(
                hour,
                queue,
                channel,
                sums.offered(),
                sums.answered(),
                sums.inTime(),
                sums.abandoned(),
                sums.other(),
                sums.serviceLevel(),
                sums.averageWait(),
                sums.averageHandle());
    }
}
