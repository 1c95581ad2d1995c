// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the message files of a bundle; each bundle with views has a test that asks for no findings. */
public final class MessageFiles {
    private static final Pattern USED = Pattern.compile("[.(\\s](?:get|t)\\(\\s*\"([a-zA-Z][\\w.-]*)\"");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)");

    private MessageFiles() {}

    /**
     * What is wrong with the messages of a module.
     *
     * @param module its folder
     * @return findings, empty if both languages are complete and every key in the source exists
     * @throws IOException if the sources cannot be read
     */
    public static List<String> findings(Path module) throws IOException {
        List<String> findings = new ArrayList<>();
        Path resources = module.resolve("src/main/resources");
        TreeSet<String> known = new TreeSet<>();
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path english :
                    files.filter(file -> file.endsWith("messages.properties")).toList()) {
                Properties en = read(english);
                Properties zh = read(english.resolveSibling("messages_zh_CN.properties"));
                known.addAll(en.stringPropertyNames());
                compare(en, zh, "messages_zh_CN.properties", findings);
                compare(zh, en, "messages.properties", findings);
            }
        }
        try (Stream<Path> sources = Files.walk(module.resolve("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher used = USED.matcher(Files.readString(source));
                while (used.find()) {
                    if (!known(used.group(1), known)) {
                        findings.add(source.getFileName() + " uses \"" + used.group(1) + "\", which is nowhere");
                    }
                }
            }
        }
        return findings;
    }

    /** A key that ends in a dot is the beginning of keys that are put together. */
    private static boolean known(String key, NavigableSet<String> keys) {
        String first = keys.ceiling(key);
        return keys.contains(key) || (key.endsWith(".") && first != null && first.startsWith(key));
    }

    private static void compare(Properties has, Properties other, String otherName, List<String> findings) {
        for (String key : new TreeSet<>(has.stringPropertyNames())) {
            String there = other.getProperty(key);
            if (there == null || there.isBlank()) {
                findings.add("\"" + key + "\" is missing in " + otherName);
            } else if (!holes(has.getProperty(key)).equals(holes(there))) {
                findings.add("\"" + key + "\" has other {n} in " + otherName);
            }
        }
    }

    private static Set<String> holes(String pattern) {
        Set<String> holes = new TreeSet<>();
        Matcher hole = HOLE.matcher(pattern);
        while (hole.find()) {
            holes.add(hole.group(1));
        }
        return holes;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        return properties;
    }
}
