// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.queue.Code;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Chart;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.reporting.projection.Quarters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The agents' days: presence by the clock; handling and wrap-up are summed over contacts, so that they may exceed it
 * with several at once. Intervals that are still open count up to now.
 */
final class AgentDayReport implements Report {
    private static final ReportKind KIND = new ReportKind("agent-day", "Agents' days", "坐席日报");

    private final BiFunction<Scope, AgentId, String> names;
    private final Supplier<List<Code>> reasons;

    private record Group(LocalDate day, String agent) {}

    AgentDayReport(BiFunction<Scope, AgentId, String> names, Supplier<List<Code>> reasons) {
        this.names = names;
        this.reasons = reasons;
    }

    @Override
    public ReportKind kind() {
        return KIND;
    }

    @Override
    public Set<String> filters() {
        return Set.of("agent");
    }

    @Override
    public ReportTable run(Question question) {
        Map<Group, AgentSums> groups = groups(question);
        Set<String> used = new TreeSet<>();
        groups.values().forEach(sums -> sums.reasons().forEach(used::add));
        List<Column> columns = columns(used);
        List<List<Object>> rows = new ArrayList<>();
        groups.forEach((group, sums) -> rows.add(row(question, group, sums, used)));
        Chart chart = new Chart(List.of("ready", "notReady", "handling", "wrapUp"), List.of(), Optional.empty());
        return new ReportTable(KIND, columns, rows, totals(columns, rows), Optional.of(chart), question.asOf());
    }

    private Map<Group, AgentSums> groups(Question question) {
        Map<Group, AgentSums> groups =
                new TreeMap<>(Comparator.comparing(Group::day).thenComparing(Group::agent));
        question.quarters(
                Question.Of.AGENTS,
                "select quarter, agent, ready_millis, active_millis, wrap_up_millis, accepted, declined, timed_out"
                        + " from report_agent_quarter",
                row -> {
                    AgentSums sums = sums(groups, question, row.getLong(1), row.getString(2));
                    sums.ready(row.getLong(3));
                    sums.active(row.getLong(4));
                    sums.wrapUp(row.getLong(5));
                    sums.counts(row.getLong(6), row.getLong(7), row.getLong(8));
                    return sums;
                });
        question.quarters(
                Question.Of.AGENTS, "select quarter, agent, reason, millis from report_reason_quarter", row -> {
                    AgentSums sums = sums(groups, question, row.getLong(1), row.getString(2));
                    sums.notReady(row.getString(3), row.getLong(4));
                    return sums;
                });
        open(question, groups);
        return groups;
    }

    private static AgentSums sums(Map<Group, AgentSums> groups, Question question, long quarter, String agent) {
        return groups.computeIfAbsent(new Group(question.day(quarter), agent), key -> new AgentSums());
    }

    /** What goes on now. */
    private static void open(Question question, Map<Group, AgentSums> groups) {
        long now = question.asOf().toEpochMilli();
        question.rows(
                Question.Of.AGENTS,
                "select agent, reason, since from report_presence where 1 = 1",
                List.of(),
                "",
                row -> {
                    String agent = row.getString(1);
                    String reason = row.getString(2);
                    Quarters.pieces(row.getLong(3), now, (quarter, millis) -> {
                        if (question.within(quarter)) {
                            AgentSums sums = sums(groups, question, quarter, agent);
                            if (reason.isEmpty()) {
                                sums.ready(millis);
                            } else {
                                sums.notReady(reason, millis);
                            }
                        }
                    });
                    return agent;
                });
        question.rows(
                Question.Of.CONTACTS,
                "select agent, kind, since from report_part where kind in ('active', 'wrapUp')",
                List.of(),
                "",
                row -> {
                    String agent = row.getString(1);
                    boolean active = row.getString(2).equals("active");
                    Quarters.pieces(row.getLong(3), now, (quarter, millis) -> {
                        if (question.within(quarter)) {
                            AgentSums sums = sums(groups, question, quarter, agent);
                            if (active) {
                                sums.active(millis);
                            } else {
                                sums.wrapUp(millis);
                            }
                        }
                    });
                    return agent;
                });
    }

    private List<Column> columns(Set<String> used) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("day", "Day", "日期", Unit.TEXT),
                new Column("agent", "Account", "账号", Unit.TEXT),
                new Column("name", "Agent", "坐席", Unit.TEXT),
                new Column("signedIn", "Signed in", "签入", Unit.SECONDS),
                new Column("ready", "Ready", "就绪", Unit.SECONDS),
                new Column("notReady", "Not ready", "未就绪", Unit.SECONDS)));
        List<Code> codes = reasons.get();
        for (String reason : used) {
            Code code = codes.stream()
                    .filter(one -> one.key().equals(reason))
                    .findFirst()
                    .orElseGet(() -> own(reason));
            columns.add(new Column("notReady." + reason, code.english(), code.chinese(), Unit.SECONDS));
        }
        columns.addAll(List.of(
                new Column("handling", "Handling", "处理", Unit.SECONDS),
                new Column("wrapUp", "Wrap-up", "话后处理", Unit.SECONDS),
                new Column("contacts", "Contacts", "联络", Unit.COUNT),
                new Column("declined", "Declined", "拒接", Unit.COUNT),
                new Column("timedOut", "Not answered", "未应答", Unit.COUNT)));
        return columns;
    }

    /** Words for the reasons that Patchbay gives by itself. */
    private static Code own(String reason) {
        return switch (reason) {
            case "preparing" -> code(reason, "Preparing", "准备中");
            case "no-answer" -> code(reason, "No answer", "未应答");
            case "connection-lost" -> code(reason, "Connection lost", "连接中断");
            case "leaving" -> code(reason, "Signing out", "待签出");
            default -> code("unknown", reason, reason);
        };
    }

    private static Code code(String key, String english, String chinese) {
        return new Code(Code.Use.NOT_READY, key, english, chinese, false);
    }

    private List<Object> row(Question question, Group group, AgentSums sums, Set<String> used) {
        List<Object> row = new ArrayList<>(List.of(
                group.day.toString(),
                group.agent,
                names.apply(question.scope(), new AgentId(group.agent)),
                sums.signedInSeconds(),
                sums.readySeconds(),
                sums.notReadySeconds()));
        used.forEach(reason -> row.add(sums.reasonSeconds(reason)));
        row.addAll(
                List.of(sums.activeSeconds(), sums.wrapUpSeconds(), sums.accepted(), sums.declined(), sums.timedOut()));
        return row;
    }

    private static List<Object> totals(List<Column> columns, List<List<Object>> rows) {
        List<Object> totals = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            totals.add(
                    columns.get(i).unit() == Unit.TEXT
                            ? Optional.empty()
                            : (Object) rows.stream()
                                    .mapToLong(row -> (Long) row.get(at))
                                    .sum());
        }
        return totals;
    }
}
