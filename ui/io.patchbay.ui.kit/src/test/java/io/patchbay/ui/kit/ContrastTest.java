// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens meet WCAG 2.2 AA in both themes (1.4.3 and 1.4.11). */
class ContrastTest {
    private static final Path TOKENS = Path.of("src/main/resources/META-INF/resources/themes/patchbay/tokens.css");
    private static final Pattern COLOUR = Pattern.compile("--pb-([\\w-]+): (#[0-9A-Fa-f]{6});");
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textCanBeReadOnWhatLiesUnderIt(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        for (String text : List.of("text", "text-2", "text-3")) {
            for (String under : List.of("bg", "surface", "surface-2")) {
                atLeast(tokens, text, under, TEXT);
            }
        }
        for (String role : List.of("primary", "success", "warn", "error", "violet")) {
            atLeast(tokens, role + "-t", "surface", TEXT);
            atLeast(tokens, role + "-t", role + "-bg", TEXT);
            assertThat(contrast("#FFFFFF", tokens.get(role)))
                    .as("white on " + role)
                    .isGreaterThanOrEqualTo(TEXT);
        }
        atLeast(tokens, "control", "surface", SHAPE);
        atLeast(tokens, "rail-text", "rail", TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void chartColoursStandOutFromTheSurface(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        for (int i = 1; i <= 6; i++) {
            atLeast(tokens, "c" + i, "surface", SHAPE);
        }
    }

    private static void atLeast(Map<String, String> tokens, String text, String under, double least) {
        assertThat(contrast(tokens.get(text), tokens.get(under)))
                .as(text + " on " + under)
                .isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        String css = Files.readString(TOKENS);
        int dark = css.indexOf("html:root[theme~=\"dark\"]");
        Map<String, String> tokens = read(css.substring(0, dark));
        if (theme.equals("dark")) {
            tokens.putAll(read(css.substring(dark)));
        }
        return tokens;
    }

    private static Map<String, String> read(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher colour = COLOUR.matcher(css);
        while (colour.find()) {
            tokens.put(colour.group(1), colour.group(2));
        }
        return tokens;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
