// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.settings.api.ConfigText.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Restore points as files of the home, only readable by Patchbay's account. */
public final class RestorePoints {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9]{3}[a-z0-9-]{0,41}");
    private static final String END = ".yaml";

    private final Path folder;

    public RestorePoints(Path folder) {
        this.folder = folder;
    }

    /** Keeps one; {@code note} becomes a part of its name. */
    public String keep(String text, Instant at, String note, int most) {
        String word =
                note.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String tail = word.isEmpty() ? "" : "-" + word.substring(0, Math.min(40, word.length()));
        String name = TIME.format(at) + tail;
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(
                    folder,
                    "point",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, folder.resolve(name + END), StandardCopyOption.ATOMIC_MOVE);
            for (Point old : all().stream().skip(most).toList()) {
                Files.deleteIfExists(folder.resolve(old.name() + END));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no restore point in " + folder, e);
        }
        return name;
    }

    /** Newest first. */
    public List<Point> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(END))
                    .map(file -> file.substring(0, file.length() - END.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .map(this::point)
                    .sorted(Comparator.comparing(Point::name).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("restore points in " + folder, e);
        }
    }

    private Point point(String name) {
        try {
            return new Point(
                    name, TIME.parse(name.substring(0, 19), Instant::from), Files.size(folder.resolve(name + END)));
        } catch (IOException e) {
            throw new UncheckedIOException("restore point " + name, e);
        }
    }

    /** Its text. */
    public Optional<String> text(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.resolve(name + END), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("restore point " + name, e);
        }
    }
}
