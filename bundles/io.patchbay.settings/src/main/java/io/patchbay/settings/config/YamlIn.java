// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.api.command.Problem;
import io.patchbay.settings.api.ConfigFault;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a configuration's text without making anything but text, numbers, flags, lists and maps; faults have a place.
 */
public final class YamlIn {
    private static final int LARGEST = 20_000_000;

    private final List<ConfigFault> faults = new ArrayList<>();
    private final Map<String, Map<String, Item>> parts = new LinkedHashMap<>();

    private YamlIn() {}

    /**
     * An item and where it begins.
     *
     * @param line from 1
     * @param column from 1
     * @param fields JSON values
     */
    public record Item(int line, int column, Map<String, Object> fields) {}

    /**
     * What a text says.
     *
     * @param parts items by part and id
     * @param faults what is wrong with it
     */
    public record Parsed(Map<String, Map<String, Item>> parts, List<ConfigFault> faults) {}

    /** Reads a text. */
    public static Parsed read(String text) {
        YamlIn reader = new YamlIn();
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(30);
        options.setMaxAliasesForCollections(0);
        try {
            Node root =
                    new Yaml(options).compose(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            reader.root(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            reader.fault(
                    mark, "not-yaml", "This is not YAML: {0}.", "此处不是有效的 YAML：{0}。", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            reader.fault(null, "not-yaml", "This is not YAML: {0}.", "不是有效的 YAML：{0}。", String.valueOf(e.getMessage()));
        }
        return new Parsed(reader.parts, List.copyOf(reader.faults));
    }

    private void root(Node root) {
        if (!(root instanceof MappingNode map)) {
            fault(
                    root == null ? null : root.getStartMark(),
                    "not-configuration",
                    "A configuration begins with \"format: {0}\". Take an export as a pattern.",
                    "配置文件应以 “format: {0}” 开头，请以导出文件为模板。",
                    YamlOut.FORMAT);
            return;
        }
        boolean known = false;
        for (NodeTuple tuple : map.getValue()) {
            String part = key(tuple.getKeyNode());
            if (part.equals(YamlOut.FORMAT_KEY)) {
                known = tuple.getValueNode() instanceof ScalarNode value
                        && value.getValue().equals(YamlOut.FORMAT);
            } else if (parts.containsKey(part)) {
                twice(tuple.getKeyNode(), part);
            } else {
                parts.put(part, items(tuple.getValueNode()));
            }
        }
        if (!known) {
            fault(
                    root.getStartMark(),
                    "unknown-format",
                    "The line \"format: {0}\" is missing, or the text is of another version.",
                    "缺少 “format: {0}”，或文件属于其他版本。",
                    YamlOut.FORMAT);
        }
    }

    private Map<String, Item> items(Node node) {
        Map<String, Item> items = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            fault(node.getStartMark(), "not-items", "Here items are expected, each with its id.", "此处应为以编号开头的条目。");
            return items;
        }
        for (NodeTuple tuple : map.getValue()) {
            String id = key(tuple.getKeyNode());
            Mark mark = tuple.getKeyNode().getStartMark();
            if (!(tuple.getValueNode() instanceof MappingNode fields)) {
                fault(mark, "not-fields", "The item {0} needs fields, one a line.", "条目 {0} 应包含字段，每行一个。", id);
            } else if (items.put(id, new Item(mark.getLine() + 1, mark.getColumn() + 1, object(fields))) != null) {
                twice(tuple.getKeyNode(), id);
            }
        }
        return items;
    }

    private Map<String, Object> object(MappingNode map) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String name = key(tuple.getKeyNode());
            if (object.put(name, value(tuple.getValueNode())) != null) {
                twice(tuple.getKeyNode(), name);
            }
        }
        return object;
    }

    private Object value(Node node) {
        if (node instanceof MappingNode map) {
            return object(map);
        } else if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(this::value).toList();
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : "";
    }

    private Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on");
        } else if (scalar.getTag().equals(Tag.INT) && text.matches("[-+]?[0-9]{1,15}")) {
            return Long.valueOf(text);
        } else if (scalar.getTag().equals(Tag.NULL) || scalar.getTag().equals(Tag.FLOAT)) {
            fault(
                    scalar.getStartMark(),
                    "bad-value",
                    "\"{0}\" is no value here: write text in quotes, a whole number, true or false, or leave the field out.",
                    "“{0}” 不是有效的值：请填写带引号的文字、整数、true 或 false，或去掉该字段。",
                    text);
        }
        return text;
    }

    private String key(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private void twice(Node node, String name) {
        fault(node.getStartMark(), "twice", "\"{0}\" stands here twice. Keep one.", "“{0}” 重复，请保留一个。", name);
    }

    private void fault(Mark mark, String code, String english, String chinese, Object... values) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        faults.add(new ConfigFault(line, column, Problem.of(code, english, chinese, values)));
    }
}
