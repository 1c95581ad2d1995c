// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.staff;

import io.patchbay.api.command.Problem;
import io.patchbay.settings.api.ConfigFault;
import io.patchbay.settings.config.YamlIn.Item;
import io.patchbay.settings.config.YamlIn.Parsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** People as lines of a table, and back; a column that is left out, or a person that is not there, stays as it is. */
public final class StaffSheet {
    /** The columns, in order; {@code roles}, {@code skills} and {@code capacity} are lists parted by blanks. */
    public static final List<String> COLUMNS =
            List.of("user", "name", "unit", "roles", "post", "level", "extension", "enabled", "skills", "capacity");

    static final String PART = "people";

    private final Map<String, Map<String, Object>> present;
    private final List<ConfigFault> faults = new ArrayList<>();

    /** {@code present} are the people as the part {@code people} of the configuration has them. */
    public StaffSheet(Map<String, Map<String, Object>> present) {
        this.present = present;
    }

    /** The whole table, with the mark by which Excel knows UTF-8. */
    public String write() {
        StringBuilder text = new StringBuilder("\uFEFF").append(Csv.write(COLUMNS));
        new TreeMap<>(present)
                .forEach((user, fields) -> text.append(Csv.write(COLUMNS.stream()
                        .map(column -> shown(column, user, fields))
                        .toList())));
        return text.toString();
    }

    private static String shown(String column, String user, Map<String, Object> fields) {
        return switch (column) {
            case "user" -> user;
            case "roles" -> roles(fields);
            case "skills", "capacity" -> ((Map<?, ?>) fields.getOrDefault(column, Map.of()))
                    .entrySet().stream()
                            .map(one -> one.getKey() + ":" + one.getValue())
                            .sorted()
                            .collect(Collectors.joining(" "));
            default -> String.valueOf(fields.getOrDefault(column, ""));
        };
    }

    private static String roles(Map<String, Object> fields) {
        List<String> roles = new ArrayList<>();
        for (Object one : (List<?>) fields.getOrDefault("grants", List.of())) {
            Map<?, ?> grant = (Map<?, ?>) one;
            roles.add(grant.get("role") + (grant.get("unit") == null ? "" : "@" + grant.get("unit")));
        }
        return roles.stream().sorted().collect(Collectors.joining(" "));
    }

    /** Reads a table; its lines become items of the part {@code people}. */
    public Parsed read(String text) {
        Map<String, Item> items = new LinkedHashMap<>();
        List<Csv.Line> lines = Csv.read(text);
        List<String> head = lines.isEmpty() ? List.of() : heading(lines.get(0));
        if (!head.contains("user")) {
            fault(
                    1,
                    1,
                    "no-heading",
                    "The first line must name the columns: {0}.",
                    "第一行应为列名：{0}。",
                    String.join(", ", COLUMNS));
        } else {
            lines.stream().skip(1).forEach(line -> {
                String user = line.cells().size() > head.indexOf("user")
                        ? line.cells().get(head.indexOf("user"))
                        : "";
                Item item = new Item(line.number(), 1, fields(user, head, line));
                if (user.isEmpty()) {
                    fault(line.number(), head.indexOf("user") + 1, "no-user", "The account is missing.", "缺少工号。");
                } else if (items.put(user, item) != null) {
                    fault(line.number(), 1, "twice", "{0} stands here twice. Keep one line.", "{0} 重复，请保留一行。", user);
                }
            });
        }
        return new Parsed(Map.of(PART, items), faults);
    }

    private List<String> heading(Csv.Line line) {
        List<String> head =
                line.cells().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < head.size(); i++) {
            if (!COLUMNS.contains(head.get(i))) {
                fault(
                        line.number(),
                        i + 1,
                        "unknown-column",
                        "There is no column \"{0}\"; use {1}.",
                        "没有列“{0}”，可用的列：{1}。",
                        head.get(i),
                        String.join(", ", COLUMNS));
            }
        }
        return head;
    }

    private Map<String, Object> fields(String user, List<String> head, Csv.Line line) {
        Map<String, Object> before = present.getOrDefault(user, Map.of());
        Map<String, Object> fields = new TreeMap<>(before);
        for (int i = 0; i < Math.min(head.size(), line.cells().size()); i++) {
            String value = Csv.undone(line.cells().get(i));
            String column = head.get(i);
            if (!column.equals("user") && !value.equals(shown(column, user, before))) {
                put(fields, column, value, line.number(), i + 1);
            }
        }
        fields.putIfAbsent("grants", List.of());
        fields.putIfAbsent("skills", Map.of());
        fields.putIfAbsent("capacity", Map.of());
        fields.putIfAbsent("enabled", true);
        return fields;
    }

    private void put(Map<String, Object> fields, String column, String value, int line, int at) {
        switch (column) {
            case "roles" -> fields.put("grants", grants(value));
            case "skills", "capacity" -> fields.put(column, counts(value, line, at));
            case "enabled" -> fields.put(column, flag(value, line, at));
            default -> {
                if (value.isEmpty()) {
                    fields.remove(column);
                } else {
                    fields.put(column, value);
                }
            }
        }
    }

    private static List<Object> grants(String value) {
        List<Object> grants = new ArrayList<>();
        for (String one : words(value)) {
            int at = one.indexOf('@');
            grants.add(
                    at < 0
                            ? new TreeMap<>(Map.of("role", one))
                            : new TreeMap<>(Map.of("role", one.substring(0, at), "unit", one.substring(at + 1))));
        }
        return grants;
    }

    private Map<String, Object> counts(String value, int line, int at) {
        Map<String, Object> counts = new TreeMap<>();
        for (String one : words(value)) {
            if (one.matches("[^:]+:[0-9]{1,3}")) {
                counts.put(one.substring(0, one.indexOf(':')), Long.valueOf(one.substring(one.indexOf(':') + 1)));
            } else {
                fault(line, at, "bad-count", "\"{0}\" must be like loans:5.", "“{0}”应形如 loans:5。", one);
            }
        }
        return counts;
    }

    private Object flag(String value, int line, int at) {
        String word = value.toLowerCase(Locale.ROOT);
        if (List.of("true", "yes", "1", "是").contains(word)) {
            return true;
        } else if (!List.of("false", "no", "0", "否").contains(word)) {
            fault(line, at, "bad-flag", "\"{0}\" must be true or false.", "“{0}”应为 true 或 false。", value);
        }
        return false;
    }

    private static List<String> words(String value) {
        return List.of(value.strip().split("[\\s;；，、]+", -1)).stream()
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private void fault(int line, int column, String code, String english, String chinese, Object... values) {
        faults.add(new ConfigFault(line, column, Problem.of(code, english, chinese, values)));
    }
}
