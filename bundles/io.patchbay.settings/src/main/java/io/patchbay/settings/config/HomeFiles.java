// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files of the home that say how the centre works: channel accounts, alarms and routes. Secrets stand in the text as
 * references to the environment; a reference that stands for the file's own secret keeps it.
 */
public final class HomeFiles {
    private static final Pattern NAMES = Pattern.compile(
            "etc/io\\.patchbay\\.(channel\\.[a-z.]+-[A-Za-z0-9_.-]{1,60}|monitor)\\.cfg|routes/[A-Za-z0-9_.-]{1,60}\\.(yaml|yml|xml)");
    private static final Pattern SECRET = Pattern.compile(
            "(?im)^([ \\t]*([A-Za-z0-9_.-]*(?:password|secret|token|passphrase))[ \\t]*[=:][ \\t]*)(?!\\$\\{env:)(\\S[^\\r\\n]*)$");

    private final Path home;

    public HomeFiles(Path home) {
        this.home = home;
    }

    /** The name of a file that may be in the text. */
    public static String checked(Object name) {
        if (name instanceof String text && named(text)) {
            return text;
        }
        throw new IllegalArgumentException(
                "the field \"file\" must be a channel account (etc/io.patchbay.channel.KIND-NAME.cfg), "
                        + "etc/io.patchbay.monitor.cfg or a route (routes/NAME.yaml) but is \"" + name + "\"");
    }

    private static boolean named(String name) {
        return NAMES.matcher(name).matches() && !name.contains("..");
    }

    /** By name below the home. */
    public Map<String, Map<String, Object>> all() {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        for (String folder : new String[] {"etc", "routes"}) {
            list(home.resolve(folder), folder, all);
        }
        return all;
    }

    private static void list(Path folder, String name, Map<String, Map<String, Object>> all) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String id = name + "/" + file.getFileName();
                if (named(id)) {
                    all.put(id, Map.of("text", hidden(id, Files.readString(file, StandardCharsets.UTF_8))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("files in " + folder, e);
        }
    }

    /** Secrets only stand in account files; a route refers to its own by properties. */
    private static String hidden(String id, String text) {
        return SECRET.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + reference(id, found.group(2))));
    }

    private static String reference(String id, String key) {
        String name = (id.replaceFirst("^(etc|routes)/(io\\.patchbay\\.)?", "").replaceFirst("\\.[a-z]+$", "") + "_"
                        + key)
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(java.util.Locale.ROOT);
        return "${env:PATCHBAY_" + name + "}";
    }

    /** Writes a file as a whole, with the secrets that it has. */
    public void save(String id, String text) {
        Path file = home.resolve(id);
        try {
            String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(
                    home.resolve("data"),
                    "file",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, kept(id, text, before), StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + id, e);
        }
    }

    private static String kept(String id, String text, String before) {
        String whole = text;
        Matcher secret = SECRET.matcher(before);
        while (secret.find()) {
            whole = whole.replace(reference(id, secret.group(2)), secret.group(3));
        }
        return whole;
    }

    /** Deletes a file. */
    public boolean remove(String id) {
        try {
            return Files.deleteIfExists(home.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException("file " + id, e);
        }
    }

    /** The file as it would stand in the text. */
    public Optional<String> shown(String id) {
        return Optional.ofNullable(all().get(id)).map(fields -> (String) fields.get("text"));
    }
}
