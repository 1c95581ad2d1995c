// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report says.
 *
 * @param kind which report
 * @param columns its columns
 * @param rows its rows: one value a column, each {@code String}, {@code Long}, {@code Double}, {@code Instant}, or
 *     {@code Optional.empty()} where there is no data
 * @param totals the row under the table; empty if sums make no sense
 * @param chart what to draw; empty for lists
 * @param asOf up to which moment the journal is in it
 */
public record ReportTable(
        ReportKind kind,
        List<Column> columns,
        List<List<Object>> rows,
        List<Object> totals,
        Optional<Chart> chart,
        Instant asOf) {
    public ReportTable {
        Objects.requireNonNull(kind, "kind");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(asOf, "asOf");
    }

    /**
     * One column.
     *
     * @param key its name for programs and CSV
     * @param english heading
     * @param chinese heading in zh-CN
     * @param unit what its numbers are
     */
    public record Column(String key, String english, String chinese, Unit unit) {
        /**
         * The heading.
         *
         * @param locale the reader's
         * @return Chinese for any {@code zh}, else English
         */
        public String heading(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    /** What a column's values are. */
    public enum Unit {
        /** Words. */
        TEXT,
        /** A count, whole. */
        COUNT,
        /** Seconds, whole. */
        SECONDS,
        /** A share, 0.0 to 1.0. */
        SHARE,
        /** A mean of marks, with decimals. */
        MARK,
        /** A moment. */
        MOMENT
    }

    /**
     * What to draw: the first column along, the named columns up.
     *
     * @param bars keys of columns drawn as bars
     * @param lines keys of columns drawn as lines
     * @param goal a goal for the lines, 0.0 to 1.0; empty for none
     */
    public record Chart(List<String> bars, List<String> lines, Optional<Double> goal) {
        public Chart {
            bars = List.copyOf(bars);
            lines = List.copyOf(lines);
        }
    }
}
