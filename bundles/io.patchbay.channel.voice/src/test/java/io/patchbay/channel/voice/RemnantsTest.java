// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.channel.voice.call.Calls;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.store.recording.Law;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingWriter;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemnantsTest {
    private static final Instant THEN = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path folder;

    private final Core core = new Core();
    private final Records records = new Records();
    private PlainStore store;
    private RecordingFiles files;

    @BeforeEach
    void open() {
        store = new PlainStore(folder.resolve("home"), TestDatabases.memory());
        files = new RecordingFiles(folder.resolve("recordings"), store.vault());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private InteractionId cutOff(Interaction.RecordedPart... recordings) {
        InteractionId id = InteractionId.at(THEN.toEpochMilli());
        ConversationId conversation = ConversationId.at(THEN.toEpochMilli());
        core.leftOpen.add(new Intake.OpenContact(id, conversation));
        records.known.add(new Interaction(
                id,
                "260302-00001",
                conversation,
                new Interaction.Contact(
                        Calls.CHANNEL,
                        Calls.KIND,
                        Direction.INBOUND,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "zh-CN"),
                InteractionState.CONNECTED,
                new Interaction.Placement(new QueueId("service"), new UnitId("branch"), 0),
                Optional.empty(),
                new Interaction.Times(THEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(recordings)));
        return id;
    }

    private static Interaction.RecordedPart part(RecordingId id, Optional<Instant> ended) {
        return new Interaction.RecordedPart(id, THEN, ended, true);
    }

    private List<ChannelSignal> signals() {
        Remnants.end(core, records, files, java.util.Set.of());
        return core.contact(0).signals;
    }

    @Test
    void aCallThatAStopCutOffEndsAsFailed() {
        cutOff();
        assertThat(signals()).containsExactly(new ChannelSignal.Failed("restart"));
    }

    @Test
    void itsRecordingIsClosedAsFarAsItGot() throws IOException {
        RecordingId id = RecordingId.at(THEN.toEpochMilli());
        InteractionId call = cutOff(part(id, Optional.empty()));
        try (RecordingWriter writer = files.create(id, call)) {
            for (int second = 0; second < 3; second++) {
                writer.write(second, 8_000, Law.ALAW, ByteBuffer.allocate(8_000), Law.ALAW, ByteBuffer.allocate(8_000));
            }
        }
        assertThat(signals()).hasSize(2).first().isInstanceOfSatisfying(ChannelSignal.RecordingEnded.class, ended -> {
            assertThat(ended.recording()).isEqualTo(id);
            assertThat(ended.seconds()).isEqualTo(3);
            assertThat(ended.head()).hasSize(64);
            assertThat(ended.whole()).isFalse();
        });
    }

    @Test
    void aRecordingWithoutAFileIsToldAsEmptyAndAnEndedOneNotAtAll() {
        RecordingId lost = RecordingId.at(THEN.toEpochMilli());
        cutOff(part(lost, Optional.empty()), part(RecordingId.at(THEN.toEpochMilli()), Optional.of(THEN)));
        assertThat(signals())
                .containsExactly(
                        new ChannelSignal.RecordingEnded(lost, 0, "", false), new ChannelSignal.Failed("restart"));
    }
}
