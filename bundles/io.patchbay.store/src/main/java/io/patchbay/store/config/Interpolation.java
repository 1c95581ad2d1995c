// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator.Fault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in <code>${home}</code> and <code>${env:NAME}</code>. */
public final class Interpolation {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Path home;
    private final UnaryOperator<String> environment;

    /** The environment gives null for a variable that is not set. */
    public Interpolation(Path home, UnaryOperator<String> environment) {
        this.home = home;
        this.environment = environment;
    }

    public Map<String, String> fill(Map<String, String> values, List<Fault> faults) {
        Map<String, String> filled = new LinkedHashMap<>();
        values.forEach((key, value) -> filled.put(key, fill(key, value, faults)));
        return filled;
    }

    private String fill(String key, String value, List<Fault> faults) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            String name = found.group(1);
            String text = name.equals("home")
                    ? home.toString()
                    : name.startsWith("env:") ? environment.apply(name.substring("env:".length())) : null;
            if (text == null) {
                faults.add(new Fault(
                        key,
                        Problem.of(
                                "config-variable",
                                "names {0}, which is neither home nor a variable of the environment",
                                "引用了 {0}，它既不是 home，也不是已设置的环境变量",
                                name)));
                return "";
            }
            return Matcher.quoteReplacement(text);
        });
    }
}
