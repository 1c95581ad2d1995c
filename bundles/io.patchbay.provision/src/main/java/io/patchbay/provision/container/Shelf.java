// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.karaf.features.FeaturesService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code features} of the home: each {@code *.kar} or {@code *.xml} in it is a feature repository, known
 * while the file is there. Nothing is installed by itself. Looked at by one thread.
 */
public final class Shelf {
    private static final Logger log = LoggerFactory.getLogger(Shelf.class);

    private final Path folder;
    private final Path unpacked;
    private final FeaturesService karaf;
    private final Map<Path, String> seen = new HashMap<>();
    private final Map<Path, List<URI>> taken = new HashMap<>();

    /**
     * Looks into a folder.
     *
     * @param folder where administrators put files; it need not exist
     * @param unpacked where archives are unpacked: the container finds {@code mvn:} addresses there
     * @param karaf told of the repositories
     */
    public Shelf(Path folder, Path unpacked, FeaturesService karaf) {
        this.folder = folder;
        this.unpacked = unpacked;
        this.karaf = karaf;
    }

    /** Takes what is new and has stopped growing since the last look; drops what is gone. */
    public void look() {
        Map<Path, String> now = list();
        now.forEach((file, stamp) -> {
            if (stamp.equals(seen.get(file)) && !taken.containsKey(file)) {
                take(file);
            } else if (!stamp.equals(seen.get(file))) {
                drop(file);
            }
        });
        List.copyOf(taken.keySet()).stream()
                .filter(file -> !now.containsKey(file))
                .forEach(this::drop);
        seen.clear();
        seen.putAll(now);
    }

    private Map<Path, String> list() {
        Map<Path, String> files = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file :
                    all.filter(one -> one.toString().matches(".*\\.(kar|xml)")).toList()) {
                files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            log.warn("The folder {} cannot be read: {}", folder, e.getMessage());
        }
        return files;
    }

    private void take(Path file) {
        List<URI> repositories = new ArrayList<>();
        try {
            if (file.toString().endsWith(".kar")) {
                String name = file.getFileName().toString().replaceAll("\\.kar$", "");
                repositories.addAll(Archive.unpack(file, unpacked.resolve(name)));
            } else {
                repositories.add(file.toUri());
            }
            for (URI repository : repositories) {
                karaf.addRepository(repository);
            }
            log.info("Feature repository {} is known", file.getFileName());
        } catch (Exception e) { // what the features service declares; the file is looked at again when it changes
            log.error("{} is no feature repository: {}", file.getFileName(), e.getMessage());
        }
        taken.put(file, repositories);
    }

    private void drop(Path file) {
        List<URI> repositories = taken.remove(file);
        for (URI repository : repositories == null ? List.<URI>of() : repositories) {
            try {
                karaf.removeRepository(repository);
                log.info("Feature repository {} is gone", file.getFileName());
            } catch (Exception e) { // what the features service declares; what is installed from it stays
                log.warn("The repository {} cannot be dropped: {}", repository, e.getMessage());
            }
        }
    }
}
