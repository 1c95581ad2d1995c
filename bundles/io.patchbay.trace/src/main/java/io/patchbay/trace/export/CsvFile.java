// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.export;

import io.patchbay.trace.api.Exports.ExportList;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A list as CSV (RFC 4180) that Excel reads in Chinese; no cell can be taken for a formula. The watermark is the last
 * row, after an empty one: before the headings it would spoil filters and imports.
 */
final class CsvFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Full-width ones too: spreadsheets of East Asia take them for the others. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final DateTimeFormatter moments;

    CsvFile(ExportList list) {
        moments = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(list.reading().zone());
    }

    String text(ExportList list, String watermark) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK).append(line(list.headings()));
        list.rows().forEach(row -> text.append(line(row)));
        return text.append("\r\n").append(line(List.of(watermark))).toString();
    }

    String moment(Instant at) {
        return moments.format(at);
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
