// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a configuration: parts and items sorted, text of several lines as it is. */
public final class YamlOut {
    /** The first line of every configuration's text. */
    public static final String FORMAT = "patchbay-configuration/1";

    static final String FORMAT_KEY = "format";

    private YamlOut() {}

    /** The text of a configuration. */
    public static String write(Map<String, Map<String, Map<String, Object>>> parts) {
        StringBuilder text = new StringBuilder(FORMAT_KEY + ": " + FORMAT + "\n");
        new TreeMap<>(parts).forEach((part, items) -> {
            text.append('\n').append(items.isEmpty() ? part + ": {}\n" : block(Map.of(part, items)));
        });
        return text.toString();
    }

    /** One value, for people. */
    static String block(Map<String, ?> value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return new Yaml(new Lines(options), options).dump(sorted(value));
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new LinkedHashMap<>();
            new TreeMap<>(map).forEach((key, one) -> sorted.put(String.valueOf(key), sorted(one)));
            return sorted;
        } else if (value instanceof List<?> list) {
            return list.stream().map(YamlOut::sorted).collect(Collectors.toList());
        }
        return value;
    }

    /** Text of several lines stands as a block, unless a block cannot hold it. */
    private static final class Lines extends Representer {
        Lines(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
            boolean block =
                    tag.equals(Tag.STR) && value.contains("\n") && !value.matches("(?s).*[\\r\\t].*|.* \\n.*|\\s.*");
            return super.representScalar(tag, value, block ? DumperOptions.ScalarStyle.LITERAL : style);
        }
    }
}
