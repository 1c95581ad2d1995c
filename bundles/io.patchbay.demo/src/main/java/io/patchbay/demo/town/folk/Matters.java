// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.folk;

import io.patchbay.demo.town.folk.Matter.Who;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** All matters of the town, read from {@code matters.txt}. */
public final class Matters {
    private final Map<String, Matter> all;
    private final List<Matter> brought;

    private Matters(Map<String, Matter> all) {
        this.all = all;
        brought = all.values().stream().filter(Matter::isBrought).toList();
    }

    /** Reads them. */
    public static Matters read() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(Matters.class.getResourceAsStream("matters.txt"), StandardCharsets.UTF_8))) {
            return of(file.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Matters of(Stream<String> lines) {
        Map<String, String> queues = new LinkedHashMap<>();
        Map<String, Map<String, String>> said = new LinkedHashMap<>();
        lines.filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[|]", 6))
                .forEach(cells -> {
                    queues.put(cells[1], cells[0]);
                    said.computeIfAbsent(cells[1], key -> new LinkedHashMap<>())
                            .put(cells[2] + "." + cells[3] + "." + cells[4], cells[5]);
                });
        Map<String, Matter> all = new LinkedHashMap<>();
        said.forEach((key, words) -> all.put(key, new Matter(key, queues.get(key), words)));
        return new Matters(all);
    }

    /** One that a customer may bring. */
    public Matter any(Random random) {
        return brought.get(random.nextInt(brought.size()));
    }

    /** All that customers bring. */
    public List<Matter> brought() {
        return brought;
    }

    /** What a text is about, as an agent reads it; a greeting if it cannot be told. */
    public Matter about(String text) {
        return brought.stream()
                .filter(matter -> matter.lines().entrySet().stream()
                        .anyMatch(line -> line.getKey().endsWith(".customer.1") && text.contains(line.getValue())))
                .findFirst()
                .orElse(all.get("hello"));
    }

    /** The words of good-bye. */
    public Matter bye() {
        return all.get("bye");
    }

    /** The words of greeting. */
    public Matter hello() {
        return all.get("hello");
    }

    /** The language of a text, {@code zh} or {@code en}. */
    public static String language(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                ? "zh"
                : "en";
    }

    /** A line of an agent about a matter; his good-bye where the matter has none left. */
    public String answer(Matter matter, String language, int number) {
        return matter.line(language, Who.AGENT, number)
                .orElseGet(() -> bye().line(language, Who.AGENT, 1).orElseThrow());
    }
}
