// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportRefusedException;
import io.patchbay.reporting.api.ReportRequest;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.reporting.api.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Four reports with made-up rows. */
final class SampleReports implements Reports {
    private static final List<ReportKind> KINDS = List.of(
            new ReportKind("interactions-by-hour", "Contacts by hour", "按小时受理"),
            new ReportKind("service-level", "Service level by queue", "按队列服务水平"),
            new ReportKind("agents", "Agents", "坐席"),
            new ReportKind("dispositions", "Wrap-up codes", "联系种类"));

    @Override
    public List<ReportKind> kinds() {
        return KINDS;
    }

    @Override
    public ReportTable run(Scope scope, ReportRequest request) throws ReportRefusedException {
        if (request.from().isAfter(request.to())) {
            throw new ReportRefusedException(Problem.of(
                    "reversed-period",
                    "The period ends {0}, before it begins {1}. Swap the two days.",
                    "时段的结束日 {0} 早于开始日 {1}，请交换两个日期。",
                    request.to().toString(),
                    request.from().toString()));
        }
        ReportKind kind = KINDS.stream()
                .filter(one -> one.key().equals(request.kind()))
                .findFirst()
                .orElse(KINDS.get(0));
        boolean hours = kind.key().equals("interactions-by-hour");
        List<Column> columns = List.of(
                new Column("what", hours ? "Hour" : "Queue", hours ? "时段" : "队列", Unit.TEXT),
                new Column("offered", "Offered", "进入", Unit.COUNT),
                new Column("answered", "Answered", "受理", Unit.COUNT),
                new Column("abandoned", "Abandoned", "放弃", Unit.COUNT),
                new Column("serviceLevel", "Service level", "服务水平", Unit.SHARE),
                new Column("wait", "Average wait", "平均应答", Unit.SECONDS),
                new Column("handle", "Average handling", "平均处理", Unit.SECONDS));
        List<List<Object>> rows = new ArrayList<>();
        long[] offered = {302, 521, 574, 452, 331, 389, 496, 528, 492, 402, 289, 214};
        String[] queues = {"综合服务", "贷款与信用卡", "VIP 专席", "投诉处理", "在线客服", "短信", "邮件", "=HYPERLINK(1)"};
        for (int i = 0; i < (hours ? 12 : 8); i++) {
            Object share = i == 4 ? Optional.empty() : (Object) (0.763 + ((i * 37) % 20) / 100.0);
            rows.add(List.of(
                    hours ? "%02d:00".formatted(8 + i) : queues[i],
                    offered[i],
                    offered[i] - 9 - i,
                    9L + i,
                    share,
                    12L + i * 3L,
                    242L + i * 21L));
        }
        List<Object> totals = List.of("合计", 5244L, 5053L, 191L, 0.872, 22L, 347L);
        return new ReportTable(
                kind,
                columns,
                rows,
                totals,
                Optional.of(new ReportTable.Chart(
                        List.of("answered", "abandoned"), List.of("serviceLevel"), Optional.of(0.8))),
                Instant.now().minusSeconds(4));
    }

    @Override
    public Duration behind() {
        return Duration.ZERO;
    }
}
