// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFilesTest {
    private static final RecordingId ID = RecordingId.at(1_795_000_000_000L);
    private static final InteractionId INTERACTION = InteractionId.at(1_795_000_000_000L);

    @TempDir
    Path home;

    private PlainStore store;
    private RecordingFiles files;

    @BeforeEach
    void open() {
        store = new PlainStore(home, TestDatabases.memory());
        files = new RecordingFiles(home.resolve("recordings"), store.vault());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ByteBuffer sound(int value, int samples) {
        byte[] bytes = new byte[samples];
        Arrays.fill(bytes, (byte) value);
        return ByteBuffer.wrap(bytes);
    }

    private static void second(RecordingWriter writer, int number, int samples) throws IOException {
        writer.write(number, samples, Law.ALAW, sound(number, samples), Law.ULAW, sound(100 + number, samples));
    }

    private Path file() throws IOException {
        try (var paths = Files.walk(home.resolve("recordings"))) {
            return paths.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        RecordingWriter writer = files.create(ID, INTERACTION);
        second(writer, 0, 8_000);
        second(writer, 1, 400);
        assertThat(writer.finish()).satisfies(done -> {
            assertThat(done.seconds()).isEqualTo(2);
            assertThat(done.whole()).isTrue();
            assertThat(done.head()).hasSize(64);
        });
        try (RecordingReader reader = files.open(ID).orElseThrow()) {
            assertThat(reader.seconds()).isEqualTo(2);
            RecordedFrame last = reader.second(1);
            assertThat(List.of(last.samples(), last.leftLaw(), last.rightLaw()))
                    .isEqualTo(List.of(400, Law.ALAW, Law.ULAW));
            assertThat(last.left()[399]).isEqualTo((byte) 1);
            assertThat(last.right()[399]).isEqualTo((byte) 101);
            assertThat(last.left()[400]).isEqualTo(Law.ALAW.silence());
        }
    }

    @Test
    void secondsThatNeverCameAreSilentAndLost() throws IOException {
        RecordingWriter writer = files.create(ID, INTERACTION);
        second(writer, 0, 8_000);
        second(writer, 3, 8_000);
        assertThat(writer.finish().whole()).isFalse();
        try (RecordingReader reader = files.open(ID).orElseThrow()) {
            assertThat(reader.seconds()).isEqualTo(4);
            assertThat(reader.second(2).lost()).isTrue();
            assertThat(reader.second(2).left()).containsOnly(Law.ALAW.silence());
            assertThat(reader.second(3).lost()).isFalse();
        }
    }

    @Test
    void aHardStopLosesOnlyTheSecondUnderWay() throws IOException {
        RecordingWriter writer = files.create(ID, INTERACTION);
        second(writer, 0, 8_000);
        second(writer, 1, 8_000);
        Files.write(file(), new byte[777], StandardOpenOption.APPEND);
        RecordingWriter.Finished found = files.leftBehind(ID);
        assertThat(found.seconds()).isEqualTo(2);
        assertThat(found.whole()).isFalse();
        assertThat(found.head()).isEqualTo(writer.finish().head());
    }

    @Test
    void anAlteredOrMovedSecondIsNoticed() throws IOException {
        RecordingWriter writer = files.create(ID, INTERACTION);
        second(writer, 0, 8_000);
        second(writer, 1, 8_000);
        writer.finish();
        byte[] bytes = Files.readAllBytes(file());
        int slot = FrameCipher.SLOT;
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, bytes.length - slot, swapped, bytes.length - 2 * slot, slot);
        Files.write(file(), swapped);
        try (RecordingReader reader = files.open(ID).orElseThrow()) {
            assertThat(reader.second(1).samples()).isEqualTo(8_000);
            assertThatThrownBy(() -> reader.second(0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("altered");
        }
    }

    @Test
    void nothingOfItIsPlainOnDiskAndErasingItsInteractionErasesIt() throws Exception {
        RecordingWriter writer = files.create(ID, INTERACTION);
        byte[] words = "the customer says his account number ".repeat(200).getBytes(StandardCharsets.US_ASCII);
        writer.write(0, 7_000, Law.ULAW, ByteBuffer.wrap(words, 0, 7_000), Law.ULAW, ByteBuffer.wrap(words, 0, 7_000));
        writer.finish();
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain("account");
        ContentOwner owner = new ContentOwner(ContentOwner.Kind.INTERACTION, INTERACTION.value());
        store.vault().destroy(owner);
        assertThat(files.open(ID)).isEmpty();
    }

    @Test
    void lawsAreReadAsG711Says() {
        assertThat(List.of(Law.ULAW.sample((byte) 0xFF), Law.ULAW.sample((byte) 0x00), Law.ULAW.sample((byte) 0x80)))
                .containsExactly((short) 0, (short) -32_124, (short) 32_124);
        assertThat(List.of(Law.ALAW.sample((byte) 0xD5), Law.ALAW.sample((byte) 0xAA), Law.ALAW.sample((byte) 0x2A)))
                .containsExactly((short) 8, (short) 32_256, (short) -32_256);
    }
}
