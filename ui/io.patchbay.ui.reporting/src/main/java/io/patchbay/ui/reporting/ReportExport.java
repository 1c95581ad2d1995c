// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import io.patchbay.api.command.Actor;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.trace.api.Exports;
import io.patchbay.trace.api.Exports.ExportList;
import io.patchbay.trace.api.Exports.Reading;
import io.patchbay.ui.kit.form.PurposeDialog;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;

/** A report as a file, for a purpose. */
final class ReportExport {
    private final ReportTable report;
    private final Exports exports;
    private final ViewContext context;

    ReportExport(ReportTable report, Exports exports, ViewContext context) {
        this.report = report;
        this.exports = exports;
        this.context = context;
    }

    void ask() {
        new PurposeDialog(
                        context.locale(),
                        (dialog, purpose) -> context.load(() -> made(purpose), answer -> {
                            if (answer instanceof Exports.Answer.File file) {
                                dialog.give(file.name(), file.text());
                            } else {
                                dialog.refuse(((Exports.Answer.Refused) answer)
                                        .problem()
                                        .text(context.locale()));
                            }
                        }))
                .open();
    }

    private Exports.Answer made(String purpose) {
        ExportList list = new ExportList(
                "report." + report.kind().key(),
                report.columns().stream()
                        .map(column -> column.heading(context.locale()))
                        .toList(),
                rows(),
                new Reading(context.locale(), context.zone()));
        return exports.csv(new Actor.Person(context.user(), context.scope()), list, purpose)
                .toCompletableFuture()
                .join();
    }

    private List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>(report.rows());
        if (!report.totals().isEmpty()) {
            rows.add(report.totals());
        }
        return rows;
    }
}
