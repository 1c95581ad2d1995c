// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.QueueId;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportRefusedException;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The contacts one by one, newest first, without anything personal. */
final class ListReport implements Report {
    private static final ReportKind KIND = new ReportKind("list", "List of contacts", "联络明细");
    private static final int MOST = 10_000;
    private static final String SELECT =
            "select arrived_at, number, channel, queue, agent, waited_millis, handled_millis,"
                    + " disposition, outcome, completed_at from report_interaction where arrived_at >= ? and arrived_at < ?";
    private static final List<Column> COLUMNS = List.of(
            new Column("arrived", "Arrived", "到达时间", Unit.MOMENT),
            new Column("number", "Number", "编号", Unit.TEXT),
            new Column("channel", "Channel", "渠道", Unit.TEXT),
            new Column("queue", "Queue", "队列", Unit.TEXT),
            new Column("agent", "Agent", "坐席", Unit.TEXT),
            new Column("waited", "Waited", "等待", Unit.SECONDS),
            new Column("handled", "Handled", "处理", Unit.SECONDS),
            new Column("code", "Code", "小结代码", Unit.TEXT),
            new Column("outcome", "Outcome", "结果", Unit.TEXT),
            new Column("completed", "Code chosen", "小结时间", Unit.MOMENT));

    private final BiFunction<Scope, QueueId, String> queueNames;

    ListReport(BiFunction<Scope, QueueId, String> queueNames) {
        this.queueNames = queueNames;
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
    public ReportTable run(Question question) throws ReportRefusedException {
        List<List<Object>> rows = question.rows(
                Question.Of.CONTACTS,
                SELECT,
                List.of(question.begin().toEpochMilli(), question.end().toEpochMilli()),
                " order by arrived_at desc, id desc fetch first " + (MOST + 1) + " rows only",
                row -> row(question.scope(), row));
        if (rows.size() > MOST) {
            throw new ReportRefusedException(Problem.of(
                    "too-many-rows",
                    "There are more than {0} contacts. Choose a shorter period or a filter.",
                    "联络超过 {0} 条，请缩短时间范围或增加筛选条件。",
                    Integer.toString(MOST)));
        }
        return new ReportTable(KIND, COLUMNS, rows, List.of(), Optional.empty(), question.asOf());
    }

    private List<Object> row(Scope scope, ResultSet row) throws SQLException {
        return List.of(
                Instant.ofEpochMilli(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                queueNames.apply(scope, new QueueId(row.getString(4))),
                text(row, 5),
                seconds(row, 6),
                seconds(row, 7),
                text(row, 8),
                text(row, 9),
                moment(row, 10));
    }

    private static Object moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : (Object) Instant.ofEpochMilli(millis);
    }

    private static Object text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? Optional.empty() : text;
    }

    private static Object seconds(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : (Object) Math.round(millis / 1000.0);
    }
}
