// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import io.patchbay.api.id.UnitId;
import io.patchbay.flow.api.ListEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A pasted table of entries: what is wrong is told by its line. */
final class ListSheet {
    static final int MOST_LINES = 1_000;

    private static final List<String> COLUMNS =
            List.of("list", "party", "rule", "queue", "credit", "reason", "from", "until");

    /**
     * What was read.
     *
     * @param entries by line number, in order
     * @param faults what is wrong, by line number
     */
    record Read(Map<Integer, ListEntry> entries, Map<Integer, String> faults) {}

    private ListSheet() {}

    /** The same table gives the same entries, ids included. */
    static Read read(String table, UnitId unit, LocalDate today) {
        Map<Integer, ListEntry> entries = new TreeMap<>();
        Map<Integer, String> faults = new TreeMap<>();
        List<String> lines = table.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || (i == 0 && line.startsWith(COLUMNS.get(0)))) {
                continue;
            } else if (entries.size() + faults.size() >= MOST_LINES) {
                faults.put(i + 1, "a table has up to " + MOST_LINES + " entries");
                break;
            }
            try {
                entries.put(i + 1, entry(cells(line), unit, today, table + '\n' + i));
            } catch (IllegalArgumentException e) {
                faults.put(i + 1, e.getMessage());
            }
        }
        return new Read(entries, faults);
    }

    private static ListEntry entry(List<String> cells, UnitId unit, LocalDate today, String seed) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("a line has " + COLUMNS.size() + " cells (" + String.join(", ", COLUMNS)
                    + ") but this one has " + cells.size());
        }
        Map<String, Object> body = new TreeMap<>(Map.of("unit", unit.value()));
        for (int i = 0; i < cells.size(); i++) {
            body.put(COLUMNS.get(i), cells.get(i));
        }
        body.put("credit", credit(cells.get(COLUMNS.indexOf("credit"))));
        return ListFields.read(body, () -> UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)), today);
    }

    private static int credit(String cell) {
        try {
            return cell.isBlank() ? 0 : Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("credit must be a whole number but is \"" + cell + "\"", e);
        }
    }

    /** Parted by tabs if there is one, else by commas; quotes hold a comma together. */
    private static List<String> cells(String line) {
        char mark = line.indexOf('\t') >= 0 ? '\t' : ',';
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == mark && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
