// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.projection;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import java.sql.SQLException;
import java.util.Optional;

/** Figures of agents by quarter-hour: presence, work, counts. Inside one transaction. */
final class AgentFigures {
    private final Sql sql;

    private record Since(String unit, String reason, long millis) {}

    AgentFigures(Sql sql) {
        this.sql = sql;
    }

    /** The interval of the presence so far ends and another begins; ready has no reason. */
    void presence(AgentId agent, String unit, Presence presence, long at) throws SQLException {
        Optional<Since> before = sql.one(
                "select unit, reason, since from report_presence where agent = ?",
                row -> new Since(row.getString(1), row.getString(2), row.getLong(3)),
                agent.value());
        if (before.isPresent()) {
            Since since = before.get();
            Quarters.pieces(since.millis, at, (quarter, millis) -> {
                add(agent, since.unit, quarter, since.reason.isEmpty() ? "ready_millis" : "not_ready_millis", millis);
                if (!since.reason.isEmpty()) {
                    addReason(agent, since, quarter, millis);
                }
            });
            sql.update("delete from report_presence where agent = ?", agent.value());
        }
        if (!(presence instanceof Presence.LoggedOut)) {
            String reason = presence instanceof Presence.NotReady away ? away.reason() : "";
            sql.update(
                    "insert into report_presence (agent, unit, reason, since) values (?, ?, ?, ?)",
                    agent.value(),
                    unit,
                    reason,
                    at);
        }
    }

    private void addReason(AgentId agent, Since since, long quarter, long millis) throws SQLException {
        if (sql.update(
                        "update report_reason_quarter set millis = millis + ? where quarter = ? and agent = ? and unit = ?"
                                + " and reason = ?",
                        millis,
                        quarter,
                        agent.value(),
                        since.unit,
                        since.reason)
                == 0) {
            sql.update(
                    "insert into report_reason_quarter (quarter, agent, unit, reason, millis) values (?, ?, ?, ?, ?)",
                    quarter,
                    agent.value(),
                    since.unit,
                    since.reason,
                    millis);
        }
    }

    /** Work on a contact from one moment to another; the column says which. */
    void worked(AgentId agent, String unit, String column, long from, long to) throws SQLException {
        Quarters.pieces(from, to, (quarter, millis) -> add(agent, unit, quarter, column, millis));
    }

    /** One more of something. */
    void count(AgentId agent, String unit, String column, long at) throws SQLException {
        add(agent, unit, Quarters.of(at), column, 1);
    }

    private void add(AgentId agent, String unit, long quarter, String column, long amount) throws SQLException {
        if (sql.update(
                        "update report_agent_quarter set " + column + " = " + column
                                + " + ? where quarter = ? and agent = ? and unit = ?",
                        amount,
                        quarter,
                        agent.value(),
                        unit)
                == 0) {
            sql.update(
                    "insert into report_agent_quarter (quarter, agent, unit, " + column + ") values (?, ?, ?, ?)",
                    quarter,
                    agent.value(),
                    unit,
                    amount);
        }
    }
}
