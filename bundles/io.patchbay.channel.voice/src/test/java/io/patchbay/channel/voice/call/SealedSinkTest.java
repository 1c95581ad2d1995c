// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.media.G711;
import io.patchbay.media.RecordedSecond;
import io.patchbay.media.Side;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.store.recording.Law;
import io.patchbay.store.recording.RecordedFrame;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingReader;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSinkTest {
    private static final long NOW = 1_772_413_200_000L;

    @TempDir
    Path folder;

    private final RecordingId id = RecordingId.at(NOW);
    private final List<ChannelSignal.RecordingEnded> ended = new ArrayList<>();
    private int broken;
    private PlainStore store;

    @BeforeEach
    void open() {
        store = new PlainStore(folder.resolve("home"), TestDatabases.memory());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RecordingFiles files() {
        return new RecordingFiles(folder.resolve("recordings"), store.vault());
    }

    private SealedSink sink() {
        return new SealedSink(files(), id, InteractionId.at(NOW), new SealedSink.Writing(), ended::add, () -> broken++);
    }

    private static RecordedSecond second(long index, int samples) {
        return new RecordedSecond() {
            @Override
            public long index() {
                return index;
            }

            @Override
            public int samples() {
                return samples;
            }

            @Override
            public G711 law(Side side) {
                return side == Side.CUSTOMER ? G711.PCMA : G711.PCMU;
            }

            @Override
            public ByteBuffer audio(Side side) {
                byte[] audio = new byte[samples];
                Arrays.fill(audio, (byte) (side == Side.CUSTOMER ? 1 : 2));
                return ByteBuffer.wrap(audio);
            }
        };
    }

    @Test
    void bothSidesAreSealedSecondBySecondAndToldOfAtTheEnd() throws IOException {
        SealedSink sink = sink();
        sink.second(second(0, 8_000));
        sink.second(second(1, 4_000));
        sink.closed();
        assertThat(ended).singleElement().satisfies(end -> {
            assertThat(end.recording()).isEqualTo(id);
            assertThat(end.seconds()).isEqualTo(2);
            assertThat(end.head()).hasSize(64);
            assertThat(end.whole()).isTrue();
        });
        try (RecordingReader reader = files().open(id).orElseThrow()) {
            RecordedFrame last = reader.second(1);
            assertThat(last.samples()).isEqualTo(4_000);
            assertThat(last.leftLaw()).isEqualTo(Law.ALAW);
            assertThat(last.rightLaw()).isEqualTo(Law.ULAW);
            assertThat(last.left()[3_999]).isEqualTo((byte) 1);
            assertThat(last.right()[3_999]).isEqualTo((byte) 2);
        }
    }

    @Test
    void aRecordingWithoutASecondIsEmptyAndWhole() {
        sink().closed();
        assertThat(ended).containsExactly(new ChannelSignal.RecordingEnded(id, 0, "", true));
    }

    @Test
    void lostSecondsMakeItLessThanWhole() throws IOException {
        SealedSink sink = sink();
        sink.second(second(0, 8_000));
        sink.lost(2);
        sink.second(second(3, 8_000));
        sink.closed();
        assertThat(ended).singleElement().satisfies(end -> {
            assertThat(end.seconds()).isEqualTo(4);
            assertThat(end.whole()).isFalse();
        });
    }

    @Test
    void secondsLostBeforeTheFirstAreMissedToo() {
        SealedSink sink = sink();
        sink.lost(3);
        sink.closed();
        assertThat(ended).containsExactly(new ChannelSignal.RecordingEnded(id, 0, "", false));
    }

    @Test
    void aDiskThatFailsFromTheStartIsToldAtOnce() throws IOException {
        Files.write(folder.resolve("recordings"), new byte[0]);
        SealedSink sink = sink();
        IOException fault =
                org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> sink.second(second(0, 8_000)));
        sink.failed(fault);
        assertThat(broken).isEqualTo(1);
        assertThat(ended).containsExactly(new ChannelSignal.RecordingEnded(id, 0, "", false));
    }

    @Test
    void whatWasWrittenBeforeTheDiskFailedIsKept() throws IOException {
        SealedSink sink = sink();
        sink.second(second(0, 8_000));
        sink.failed(new IOException("disk full"));
        assertThat(broken).isEqualTo(1);
        assertThat(ended).singleElement().satisfies(end -> {
            assertThat(end.seconds()).isEqualTo(1);
            assertThat(end.whole()).isFalse();
        });
        try (RecordingReader reader = files().open(id).orElseThrow()) {
            assertThat(reader.seconds()).isEqualTo(1);
        }
    }
}
