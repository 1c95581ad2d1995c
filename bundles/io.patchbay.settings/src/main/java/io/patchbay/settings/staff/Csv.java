// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma- or tab-separated lines (RFC 4180), as spreadsheets write and read them. */
final class Csv {
    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int line = 1;

    /** A line of cells and where it begins, from 1. */
    record Line(int number, List<String> cells) {}

    private Csv(String text) {
        this.text = text;
        String first = text.lines().findFirst().orElse("");
        this.separator =
                first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    /** Reads all lines that are not blank. */
    static List<Line> read(String text) {
        Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (csv.at < csv.text.length()) {
            csv.line();
        }
        return csv.lines;
    }

    private void line() {
        int began = line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(cell().strip());
            more = at < text.length() && text.charAt(at) == separator;
            at += more ? 1 : 0;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            lines.add(new Line(began, cells));
        }
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (quoted && next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            } else if (quoted && next == '"') {
                quoted = false;
                at++;
                continue;
            } else if (!quoted && (next == separator || next == '\n' || next == '\r')) {
                break;
            }
            line += next == '\n' ? 1 : 0;
            cell.append(next);
            at++;
        }
        return cell.toString();
    }

    /** Writes a line. What a spreadsheet would take for a formula is defused by an apostrophe. */
    static String write(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** What was meant by a cell that {@link #write} defused. */
    static String undone(String cell) {
        return cell.matches("(?s)'[=+\\-@\\t\\r].*") ? cell.substring(1) : cell;
    }
}
