// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportRefusedException;
import io.patchbay.reporting.api.ReportRequest;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.Reports;
import io.patchbay.reporting.projection.Projection;
import io.patchbay.reporting.projection.Projection.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Checks what is asked and runs it. */
public final class ReportDesk implements Reports {
    private static final int LONGEST_DAYS = 400;

    private final DataSource source;
    private final Projection projection;
    private final Journal journal;
    private final InstantSource clock;
    private final List<Report> reports;

    /**
     * A desk over the figures.
     *
     * @param source where they are
     * @param projection says how far they are
     * @param journal they come from
     * @param people names agents
     * @param queues names queues, goals and reasons
     * @param clock says now
     */
    public ReportDesk(
            DataSource source,
            Projection projection,
            Journal journal,
            People people,
            Queues queues,
            InstantSource clock) {
        this.source = source;
        this.projection = projection;
        this.journal = journal;
        this.clock = clock;
        reports = List.of(
                new InteractionsReport((scope, queue) -> name(queues, scope, queue)),
                new AgentDayReport(
                        (scope, agent) -> name(people, scope, agent), () -> queues.codes(Code.Use.NOT_READY)),
                new ServiceLevelReport((scope, queue) -> queues.queue(scope, queue)
                        .map(settings -> settings.goal().targetShare())),
                new RatingReport(
                        (scope, queue) -> name(queues, scope, queue), (scope, agent) -> name(people, scope, agent)),
                new ListReport((scope, queue) -> name(queues, scope, queue)));
    }

    private static String name(People people, Scope scope, AgentId agent) {
        return people.person(scope, new UserId(agent.value())).map(Person::name).orElse(agent.value());
    }

    private static String name(Queues queues, Scope scope, QueueId queue) {
        return queues.queue(scope, queue).map(QueueSettings::name).orElse(queue.value());
    }

    @Override
    public List<ReportKind> kinds() {
        return reports.stream().map(Report::kind).toList();
    }

    @Override
    public ReportTable run(Scope scope, ReportRequest request) throws ReportRefusedException {
        if (!scope.may(Permissions.REPORTS)) {
            throw refused("forbidden", "You may not read reports.", "您没有查看报表的权限。");
        }
        Report report = reports.stream()
                .filter(one -> one.kind().key().equals(request.kind()))
                .findFirst()
                .orElseThrow(() -> refused("unknown-report", "There is no report {0}.", "没有报表 {0}。", request.kind()));
        checkPeriod(request);
        for (Map.Entry<String, String> filter : request.filters().entrySet()) {
            if (!report.filters().contains(filter.getKey())) {
                throw refused(
                        "unknown-filter", "This report cannot be narrowed by {0}.", "该报表不支持按 {0} 筛选。", filter.getKey());
            }
        }
        return report.run(new Question(source, scope, request, asOf()));
    }

    private void checkPeriod(ReportRequest request) throws ReportRefusedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), request.zone());
        if (request.to().isBefore(request.from())) {
            throw refused(
                    "period-reversed",
                    "The period ends on {1}, before it begins on {0}.",
                    "结束日期 {1} 早于开始日期 {0}。",
                    request.from(),
                    request.to());
        } else if (ChronoUnit.DAYS.between(request.from(), request.to()) >= LONGEST_DAYS) {
            throw refused("period-too-long", "The period is longer than {0} days.", "时间范围超过 {0} 天。", LONGEST_DAYS);
        } else if (request.from().isAfter(today)) {
            throw refused(
                    "period-in-future", "The period begins on {0}, in the future.", "开始日期 {0} 在未来。", request.from());
        }
    }

    private static ReportRefusedException refused(String code, String english, String chinese, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return new ReportRefusedException(Problem.of(code, english, chinese, texts));
    }

    /** Now, if nothing is left to take. */
    private Instant asOf() {
        Checkpoint checkpoint = projection.checkpoint();
        return checkpoint.seq() >= journal.head() ? clock.instant() : checkpoint.at();
    }

    @Override
    public Duration behind() {
        Checkpoint checkpoint = projection.checkpoint();
        if (checkpoint.seq() >= journal.head()) {
            return Duration.ZERO;
        }
        Instant next = journal.read(checkpoint.seq(), 1).stream()
                .findFirst()
                .map(entry -> entry.at())
                .orElse(checkpoint.at());
        return Optional.of(Duration.between(next, clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}
