// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the folder {@code routes}: a file that came, changed or went is told to the host, once it has the same
 * size and time at two looks. Used by one thread.
 */
public final class RouteFolder {
    private static final Logger log = LoggerFactory.getLogger(RouteFolder.class);
    private static final String FORMS = "[^.].*\\.(yaml|yml|xml)";
    private static final String SHARED_FORMS = "[^.].*\\.(yaml|yml|xml|properties)";

    private final Path folder;
    private final RouteHost host;
    private Map<Path, Stamp> before = Map.of();
    private final Map<Path, Stamp> taken = new HashMap<>();

    private record Stamp(long size, FileTime time) {}

    /** The folder and who is told; both folders are made if missing. */
    public RouteFolder(Path folder, RouteHost host) throws IOException {
        this.folder = folder;
        this.host = host;
        Files.createDirectories(shared());
    }

    private Path shared() {
        return folder.resolve("shared");
    }

    /** Looks once. */
    public void look() {
        try {
            Map<Path, Stamp> now = new TreeMap<>(stamps(shared(), SHARED_FORMS));
            boolean sharedSteady = steady(now) && !now.equals(of(shared()));
            if (sharedSteady) {
                take(shared(), now);
                host.sharedChanged(read(now.keySet()));
            }
            Map<Path, Stamp> own = stamps(folder, FORMS);
            lookAt(own);
            now.putAll(own);
            before = now;
        } catch (IOException e) {
            log.warn("The folder {} cannot be read: {}", folder, e.getMessage());
        }
    }

    private boolean steady(Map<Path, Stamp> now) {
        return now.entrySet().stream().allMatch(one -> one.getValue().equals(before.get(one.getKey())));
    }

    private Map<Path, Stamp> of(Path parent) {
        Map<Path, Stamp> some = new TreeMap<>();
        taken.forEach((file, stamp) -> {
            if (file.getParent().equals(parent)) {
                some.put(file, stamp);
            }
        });
        return some;
    }

    private void take(Path parent, Map<Path, Stamp> now) {
        taken.keySet().removeIf(file -> file.getParent().equals(parent));
        taken.putAll(now);
    }

    private void lookAt(Map<Path, Stamp> own) throws IOException {
        for (Map.Entry<Path, Stamp> one : own.entrySet()) {
            boolean steady = one.getValue().equals(before.get(one.getKey()));
            if (steady && !one.getValue().equals(taken.put(one.getKey(), one.getValue()))) {
                read(List.of(one.getKey())).forEach(host::fileCame);
            }
        }
        for (Path gone : of(folder).keySet()) {
            if (!own.containsKey(gone)) {
                taken.remove(gone);
                host.fileGone(gone.getFileName().toString());
                log.info("Routes of {} gone", gone.getFileName());
            }
        }
    }

    private static Map<Path, Stamp> stamps(Path parent, String forms) throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.list(parent)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().matches(forms)) {
                    stamps.put(file, new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
        }
        return stamps;
    }

    private static List<RouteFile> read(Iterable<Path> files) throws IOException {
        List<RouteFile> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(new RouteFile(
                    file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        }
        return texts;
    }
}
