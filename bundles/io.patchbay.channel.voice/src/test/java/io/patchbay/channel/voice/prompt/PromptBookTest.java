// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.Sound;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptBookTest {
    private static final int BUNDLED = 8_000;
    private static final int OPERATORS = 4_000;

    @TempDir
    Path folder;

    private Path etc;
    private PromptBook book;
    private long age;

    @BeforeEach
    void open() throws IOException {
        etc = folder.resolve("etc");
        write(folder.resolve("bundle/prompts/en/welcome.wav"), WavBytes.of(BUNDLED));
        book = new PromptBook(etc, this::bundled);
    }

    private URL bundled(String path) {
        Path file = folder.resolve("bundle").resolve(path);
        try {
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(++age * 1_000));
    }

    private Optional<Integer> length(String name) {
        return book.sound("en", name).map(Sound::samples);
    }

    @Test
    void theBundlesOwnPromptIsSaidUnlessTheOperatorHasOne() throws IOException {
        assertThat(length("welcome")).contains(BUNDLED);
        write(etc.resolve("en/welcome.wav"), WavBytes.of(OPERATORS));
        assertThat(length("welcome")).contains(OPERATORS);
        assertThat(length("goodbye")).isEmpty();
    }

    @Test
    void aReplacedFileCountsForTheNextCaller() throws IOException {
        write(etc.resolve("en/welcome.wav"), WavBytes.of(OPERATORS));
        assertThat(length("welcome")).contains(OPERATORS);
        write(etc.resolve("en/welcome.wav"), WavBytes.of(2 * OPERATORS));
        assertThat(length("welcome")).contains(2 * OPERATORS);
        Files.delete(etc.resolve("en/welcome.wav"));
        assertThat(length("welcome")).contains(BUNDLED);
    }

    @Test
    void aFileIsReadOnceUntilItChanges() {
        assertThat(book.sound("en", "welcome").orElseThrow())
                .isSameAs(book.sound("en", "welcome").orElseThrow());
    }

    @Test
    void aBrokenFileIsPassedOverUntilItIsMended() throws IOException {
        write(etc.resolve("en/welcome.wav"), new byte[] {'R', 'I', 'F', 'F'});
        write(etc.resolve("en/hello.wav"), new byte[0]);
        assertThat(length("welcome")).contains(BUNDLED);
        assertThat(length("hello")).isEmpty();
        write(etc.resolve("en/welcome.wav"), WavBytes.of(OPERATORS));
        assertThat(length("welcome")).contains(OPERATORS);
    }

    @Test
    void greetingsAreTheBundlesAndTheOperatorsFiles() throws IOException {
        assertThat(book.greetings()).containsExactly("welcome", "welcome-service", "welcome-vip");
        write(etc.resolve("zh-CN/spring-festival.wav"), WavBytes.of(1));
        write(etc.resolve("en/Loud.wav"), WavBytes.of(1));
        write(etc.resolve("en/notes.txt"), new byte[0]);
        assertThat(book.greetings()).containsExactly("spring-festival", "welcome", "welcome-service", "welcome-vip");
    }
}
