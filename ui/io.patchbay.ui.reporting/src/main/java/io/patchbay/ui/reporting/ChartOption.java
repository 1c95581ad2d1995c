// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What ECharts shall draw of a report; colours are names of the theme. */
final class ChartOption {
    private static final int COLOURS = 6;

    private final ReportTable table;
    private final Locale locale;
    /** The rows by the words of their first column: a place along the chart has one bar, however many rows it sums. */
    private final Map<String, List<List<Object>>> along = new LinkedHashMap<>();

    ChartOption(ReportTable table, Values values, Locale locale) {
        this.table = table;
        this.locale = locale;
        for (List<Object> row : table.rows()) {
            along.computeIfAbsent(values.shown(row.get(0), table.columns().get(0)), none -> new ArrayList<>())
                    .add(row);
        }
    }

    /** Columns as bars; times are parts of a whole and stand on each other. */
    String bars(List<String> keys) {
        JsonObject option = base();
        JsonArray series = Json.createArray();
        keys.forEach(key -> index(key).ifPresent(column -> {
            JsonObject one = series(column, series.length());
            one.put("type", "bar");
            if (table.columns().get(column).unit() == Unit.SECONDS) {
                one.put("stack", "all");
            }
            one.put("barMaxWidth", 40);
            series.set(series.length(), one);
        }));
        option.put("series", series);
        boolean times = keys.stream().allMatch(key -> index(key)
                .filter(column -> table.columns().get(column).unit() == Unit.SECONDS)
                .isPresent());
        if (times) {
            JsonObject label = label();
            label.put(
                    "formatter",
                    "{value} " + Words.of(ChartOption.class, locale).get("minutes"));
            option.getObject("yAxis").put("axisLabel", label);
        }
        return option.toJson();
    }

    /** Columns as lines, with a dotted line for the goal. */
    String lines(List<String> keys, Optional<Double> goal) {
        JsonObject option = base();
        JsonArray series = Json.createArray();
        keys.forEach(key -> index(key).ifPresent(column -> {
            JsonObject one = series(column, series.length());
            one.put("type", "line");
            one.put("connectNulls", false);
            one.put("symbolSize", 7);
            goal.filter(none -> series.length() == 0).ifPresent(line -> one.put("markLine", goalLine(line)));
            series.set(series.length(), one);
        }));
        option.put("series", series);
        JsonObject axis = option.getObject("yAxis");
        JsonObject label = label();
        label.put("formatter", "{value}%");
        axis.put("axisLabel", label);
        axis.put("max", 100);
        return option.toJson();
    }

    private JsonObject base() {
        JsonObject option = Json.createObject();
        option.put("aria", object("enabled", true));
        JsonArray colours = Json.createArray();
        for (int i = 1; i <= COLOURS; i++) {
            colours.set(i - 1, "var(--pb-c" + i + ")");
        }
        option.put("color", colours);
        JsonObject grid = Json.createObject();
        grid.put("left", 8);
        grid.put("right", 16);
        grid.put("top", 40);
        grid.put("bottom", 8);
        grid.put("containLabel", true);
        option.put("grid", grid);
        option.put("tooltip", tooltip());
        JsonObject legend = Json.createObject();
        legend.put("top", 4);
        legend.put("left", 8);
        legend.put("itemWidth", 12);
        legend.put("itemHeight", 10);
        legend.put("textStyle", label());
        option.put("legend", legend);
        JsonObject axis = object("type", "category");
        JsonArray names = Json.createArray();
        along.keySet().forEach(name -> names.set(names.length(), name));
        axis.put("data", names);
        axis.put("axisTick", object("show", false));
        axis.put("axisLine", object("lineStyle", object("color", "var(--pb-line-strong)")));
        axis.put("axisLabel", label());
        option.put("xAxis", axis);
        JsonObject up = object("type", "value");
        up.put("axisLabel", label());
        up.put("splitLine", object("lineStyle", object("color", "var(--pb-grid-line)")));
        option.put("yAxis", up);
        return option;
    }

    private static JsonObject tooltip() {
        JsonObject tooltip = object("trigger", "axis");
        tooltip.put("backgroundColor", "var(--pb-surface)");
        tooltip.put("borderColor", "var(--pb-line-strong)");
        JsonObject text = Json.createObject();
        text.put("color", "var(--pb-text)");
        text.put("fontSize", 12);
        tooltip.put("textStyle", text);
        tooltip.put("axisPointer", object("type", "shadow"));
        return tooltip;
    }

    private static JsonObject label() {
        JsonObject label = Json.createObject();
        label.put("color", "var(--pb-text-3)");
        label.put("fontSize", 12);
        label.put("fontFamily", "var(--pb-font)");
        return label;
    }

    private JsonObject series(int column, int place) {
        Column head = table.columns().get(column);
        JsonObject one = Json.createObject();
        one.put("name", head.heading(locale));
        JsonArray data = Json.createArray();
        along.values()
                .forEach(rows ->
                        put(data, rows.stream().map(row -> row.get(column)).toList(), head.unit()));
        one.put("data", data);
        one.put("id", head.key() + place);
        return one;
    }

    /** Amounts are summed, shares and marks are averaged, times are minutes. */
    private static void put(JsonArray data, List<Object> values, Unit unit) {
        DoubleSummaryStatistics numbers = values.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .summaryStatistics();
        if (numbers.getCount() == 0) {
            data.set(data.length(), Json.createNull());
        } else {
            double shown =
                    switch (unit) {
                        case SHARE -> numbers.getAverage() * 100;
                        case SECONDS -> numbers.getSum() / 60;
                        case MARK -> numbers.getAverage();
                        default -> numbers.getSum();
                    };
            data.set(data.length(), Math.round(shown * 10) / 10.0);
        }
    }

    private static JsonObject goalLine(double goal) {
        JsonObject line = Json.createObject();
        line.put("silent", true);
        line.put("symbol", "none");
        JsonObject style = object("type", "dotted");
        style.put("color", "var(--pb-text-2)");
        line.put("lineStyle", style);
        JsonObject label = label();
        label.put("position", "insideStartTop");
        label.put("formatter", "{c}%");
        line.put("label", label);
        JsonArray data = Json.createArray();
        JsonObject at = Json.createObject();
        at.put("yAxis", Math.round(goal * 1000) / 10.0);
        data.set(0, at);
        line.put("data", data);
        return line;
    }

    private Optional<Integer> index(String key) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).key().equals(key)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static JsonObject object(String key, String value) {
        JsonObject object = Json.createObject();
        object.put(key, value);
        return object;
    }

    private static JsonObject object(String key, boolean value) {
        JsonObject object = Json.createObject();
        object.put(key, value);
        return object;
    }

    private static JsonObject object(String key, JsonObject value) {
        JsonObject object = Json.createObject();
        object.put(key, value);
        return object;
    }
}
