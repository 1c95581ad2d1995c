// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.reporting.api.ReportRequest;
import io.patchbay.reporting.projection.Quarters;
import io.patchbay.reporting.projection.Sql;
import io.patchbay.store.Visible;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a report is asked, with its right and period already checked.
 *
 * @param source where the figures are
 * @param scope who asks
 * @param request what he asks
 * @param asOf up to which moment the journal is in the figures
 */
record Question(DataSource source, Scope scope, ReportRequest request, Instant asOf) {
    Instant begin() {
        return request.from().atStartOfDay(request.zone()).toInstant();
    }

    Instant end() {
        return request.to().plusDays(1).atStartOfDay(request.zone()).toInstant();
    }

    ZonedDateTime local(long quarter) {
        return Instant.ofEpochMilli(quarter * Quarters.MILLIS).atZone(request.zone());
    }

    LocalDate day(long quarter) {
        return local(quarter).toLocalDate();
    }

    boolean within(long quarter) {
        return quarter >= Quarters.of(begin().toEpochMilli()) && quarter < Quarters.of(end().toEpochMilli());
    }

    boolean asksFor(String agent) {
        return request.filters().getOrDefault("agent", agent).equals(agent);
    }

    /** Rows by quarter-hour: {@code select} ends before its {@code where}. */
    <T> List<T> quarters(Of of, String select, Sql.Row<T> row) {
        return rows(
                of,
                select + " where quarter >= ? and quarter < ?",
                List.of(Quarters.of(begin().toEpochMilli()), Quarters.of(end().toEpochMilli())),
                "",
                row);
    }

    /** What a table's rows are about: only contacts have a queue and a channel. */
    enum Of {
        CONTACTS,
        AGENTS
    }

    /** Narrowed to what the reader may see and to the request's filters. */
    <T> List<T> rows(Of of, String sql, List<?> values, String tail, Sql.Row<T> row) {
        StringBuilder text = new StringBuilder(sql);
        List<Object> bound = new ArrayList<>(values);
        request.filters().forEach((column, value) -> {
            text.append(" and ").append(column).append(" = ?"); // one of the report's own filters
            bound.add(value);
        });
        Visible visible = of == Of.AGENTS
                ? Visible.byUnit(scope, Permissions.REPORTS, "unit")
                : Visible.byPlace(scope, Permissions.REPORTS, "unit", "queue", "channel");
        text.append(" and ").append(visible.condition());
        bound.addAll(visible.values());
        try (Connection connection = source.getConnection()) {
            return new Sql(connection).all(text.append(tail).toString(), row, bound.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("figures cannot be read", e);
        }
    }
}
