// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import io.patchbay.reporting.api.ReportTable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report as CSV (RFC 4180) that Excel reads in Chinese; no cell can be taken for a formula. */
final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Full-width ones too: spreadsheets of East Asia take them for the others. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Locale locale;
    private final DateTimeFormatter moments;

    Csv(Locale locale, ZoneId zone) {
        this.locale = locale;
        moments =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    String text(ReportTable table) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        text.append(line(table.columns().stream()
                .map(column -> (Object) column.heading(locale))
                .toList()));
        table.rows().forEach(row -> text.append(line(row)));
        if (!table.totals().isEmpty()) {
            text.append(line(table.totals()));
        }
        return text.toString();
    }

    private String line(List<?> row) {
        return row.stream().map(this::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private String cell(Object value) {
        if (value instanceof Optional<?>) {
            return "";
        } else if (value instanceof Number) {
            return value.toString();
        }
        String text = value instanceof Instant at ? moments.format(at) : String.valueOf(value);
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted =
                formula || safe.contains(",") || safe.contains("\"") || safe.contains("\n") || safe.contains("\r");
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
