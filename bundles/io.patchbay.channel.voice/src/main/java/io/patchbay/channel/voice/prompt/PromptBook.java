// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.prompt;

import io.patchbay.media.Sound;
import io.patchbay.media.Sounds;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said to callers: the prompts that come with the bundle, each replaceable by a WAV file of the same name in
 * {@code etc/prompts/LANGUAGE}. A file that is changed counts for the next caller; one that cannot be read is named in
 * the log and the bundle's own is said instead. Safe for any thread.
 */
public final class PromptBook {
    private static final Logger log = LoggerFactory.getLogger(PromptBook.class);
    private static final List<String> GREETINGS = List.of("welcome", "welcome-service", "welcome-vip");

    private final Path folder;
    private final Function<String, URL> bundled;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Sound sound, Optional<FileTime> of) {}

    /**
     * Opens the book.
     *
     * @param folder where files that replace prompts are looked for
     * @param bundled the bundle's own sounds by path, null for none
     */
    public PromptBook(Path folder, Function<String, URL> bundled) {
        this.folder = folder;
        this.bundled = bundled;
    }

    /** The prompts that can greet: those of the bundle and every other file of the operator's. */
    public List<String> greetings() {
        TreeSet<String> names = new TreeSet<>(GREETINGS);
        for (String language : List.of("zh-CN", "en")) {
            if (!Files.isDirectory(folder.resolve(language))) {
                continue;
            }
            try (var files = Files.list(folder.resolve(language))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("[a-z][a-z0-9-]*\\.wav"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".wav".length())));
            } catch (IOException e) {
                log.warn("The prompts of {} cannot be listed: {}", language, e.getMessage());
            }
        }
        return List.copyOf(names);
    }

    /** A prompt; empty if neither the operator nor the bundle has it. */
    public Optional<Sound> sound(String language, String name) {
        String path = language + "/" + name + ".wav";
        Optional<FileTime> changed = changed(folder.resolve(path));
        Kept known = kept.get(path);
        if (known != null && known.of().equals(changed)) {
            return Optional.of(known.sound());
        }
        Optional<Sound> sound = changed.flatMap(at -> replaced(path)).or(() -> own(path));
        sound.ifPresent(read -> kept.put(path, new Kept(read, changed)));
        return sound;
    }

    private static Optional<FileTime> changed(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Sound> replaced(String path) {
        try {
            return Optional.of(Sounds.wav(folder.resolve(path)));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("The prompt {} is not used, the one that came with Patchbay is: {}", path, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Sound> own(String path) {
        URL url = bundled.apply("prompts/" + path);
        if (url == null) {
            return Optional.empty();
        }
        try (InputStream stream = url.openStream()) {
            return Optional.of(Sounds.wav(path, stream));
        } catch (IOException e) {
            throw new IllegalStateException("the bundle's prompt " + path + " cannot be read", e);
        }
    }
}
