// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Chart;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** What customers said, by queue and agent. The day is the one on which they were asked. Silence is no mark. */
final class RatingReport implements Report {
    private static final ReportKind KIND = new ReportKind("ratings", "Ratings", "满意度");
    private static final String SELECT = "select queue, agent, best, count(*),"
            + " sum(case when state = 'given' then 1 else 0 end), sum(case when state = 'silent' then 1 else 0 end),"
            + " sum(mark) from report_rating where asked_at >= ? and asked_at < ?";
    private static final List<Column> COLUMNS = List.of(
            new Column("queue", "Queue", "队列", Unit.TEXT),
            new Column("agent", "Account", "账号", Unit.TEXT),
            new Column("name", "Agent", "坐席", Unit.TEXT),
            new Column("scale", "Scale", "分制", Unit.TEXT),
            new Column("asked", "Asked", "已邀评", Unit.COUNT),
            new Column("given", "Answered", "已评价", Unit.COUNT),
            new Column("silent", "Silent", "未评价", Unit.COUNT),
            new Column("answered", "Share answered", "参评率", Unit.SHARE),
            new Column("average", "Average mark", "平均分", Unit.MARK));

    private final BiFunction<Scope, QueueId, String> queueNames;
    private final BiFunction<Scope, AgentId, String> agentNames;

    /** Marks of one scale. */
    private record Marks(String queue, String agent, int best, long asked, long given, long silent, long sum) {
        /** While none is decided there is no share, while none is given no average. */
        Object share() {
            long decided = given + silent;
            return decided == 0 ? Optional.empty() : (Object) (given / (double) decided);
        }

        Object average() {
            return given == 0 ? Optional.empty() : (Object) (sum / (double) given);
        }

        Marks plus(Marks more) {
            return new Marks(
                    queue, agent, best, asked + more.asked, given + more.given, silent + more.silent, sum + more.sum);
        }
    }

    RatingReport(BiFunction<Scope, QueueId, String> queueNames, BiFunction<Scope, AgentId, String> agentNames) {
        this.queueNames = queueNames;
        this.agentNames = agentNames;
    }

    @Override
    public ReportKind kind() {
        return KIND;
    }

    @Override
    public Set<String> filters() {
        return Set.of("queue", "channel", "agent");
    }

    @Override
    public ReportTable run(Question question) {
        List<Marks> all = question.rows(
                Question.Of.CONTACTS,
                SELECT,
                List.of(question.begin().toEpochMilli(), question.end().toEpochMilli()),
                " group by queue, agent, best order by queue, agent, best",
                row -> new Marks(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
        List<List<Object>> rows = new ArrayList<>();
        all.forEach(marks -> rows.add(row(
                queueNames.apply(question.scope(), new QueueId(marks.queue)),
                marks.agent,
                agentNames.apply(question.scope(), new AgentId(marks.agent)),
                "1–" + marks.best,
                marks,
                marks.average())));
        Chart chart = new Chart(List.of("given", "silent"), List.of(), Optional.empty());
        return new ReportTable(KIND, COLUMNS, rows, totals(all), Optional.of(chart), question.asOf());
    }

    /** Marks of different scales have no average. */
    private static List<Object> totals(List<Marks> all) {
        Marks sum = all.stream().reduce(Marks::plus).orElse(new Marks("", "", 0, 0, 0, 0, 0));
        boolean oneScale = all.stream().map(Marks::best).distinct().count() == 1;
        Object none = Optional.empty();
        return row(none, none, none, none, sum, oneScale ? sum.average() : none);
    }

    private static List<Object> row(
            Object queue, Object agent, Object name, Object scale, Marks marks, Object average) {
        return List.of(queue, agent, name, scale, marks.asked, marks.given, marks.silent, marks.share(), average);
    }
}
