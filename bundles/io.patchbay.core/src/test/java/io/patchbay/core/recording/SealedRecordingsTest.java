// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Peaks;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.RecordedSound.Gap;
import io.patchbay.api.recording.Recordings.Answer;
import io.patchbay.api.recording.Recordings.Heard;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.store.recording.Law;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingWriter;
import io.patchbay.store.recording.Withheld;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import io.patchbay.testkit.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedRecordingsTest {
    private static final int HEADER = 44;

    /** A-law has no zero. */
    private static final int QUIET = 8;

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock();
    private final FakeJournal journal = new FakeJournal();
    private final Instant began = clock.instant();
    private final RecordingId first = RecordingId.at(began.toEpochMilli());
    private final RecordingId second = RecordingId.at(began.toEpochMilli() + 4000);
    private final OneContact contact = OneContact.recorded(
            began,
            List.of(
                    new RecordedPart(first, began, Optional.of(began.plusSeconds(3)), false),
                    new RecordedPart(second, began.plusSeconds(4), Optional.empty(), true)));
    private final InteractionId id = contact.call().id();
    private PlainStore store;
    private RecordingFiles files;
    private SealedRecordings recordings;

    @BeforeEach
    void record() throws IOException {
        store = new PlainStore(home, TestDatabases.memory());
        files = new RecordingFiles(home.resolve("recordings"), store.vault());
        recordings = recordings(contact);
        write(first, 0, 2);
        write(second, 0, 1);
    }

    private SealedRecordings recordings(OneContact of) {
        return new SealedRecordings(of, journal, files, new Marks(of, journal, store.vault(), clock), clock);
    }

    /** Customer says 0x10 in A-law, agent 0x20 in µ-law, in whole seconds; the last has 400 samples. */
    private void write(RecordingId recording, int... seconds) throws IOException {
        RecordingWriter writer = files.create(recording, id);
        for (int i = 0; i < seconds.length; i++) {
            int samples = i == seconds.length - 1 ? 400 : 8000;
            writer.write(seconds[i], samples, Law.ALAW, said(0x10, samples), Law.ULAW, said(0x20, samples));
        }
        writer.finish();
    }

    private static ByteBuffer said(int code, int samples) {
        byte[] sound = new byte[samples];
        Arrays.fill(sound, (byte) code);
        return ByteBuffer.wrap(sound);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Actor.Person person(String user, UnitId unit, String... permissions) {
        UserId name = new UserId(user);
        return new Actor.Person(name, Scope.of(name, Set.of(unit), Set.of(permissions)));
    }

    private static final Actor.Person SUSAN = person("susan", OneContact.UNIT, Permissions.RECORDINGS);

    private RecordedSound heard(Actor.Person listener) {
        return ((Answer.Open) recordings.open(listener, id)).sound();
    }

    private String refused(Actor.Person listener) {
        return ((Answer.Refused) recordings.open(listener, id)).problem().code();
    }

    private List<String> traced() {
        return journal.of(List.of(id)).stream()
                .map(entry -> entry.type() + " " + entry.actor())
                .toList();
    }

    @Test
    void customerIsLeftAndAgentRight() throws IOException {
        ByteBuffer wav = wav(heard(SUSAN));
        int sound = wav.capacity() - (4 * 8000 + 8400) * 4;
        assertThat(wav.getShort(sound)).isEqualTo(Law.ALAW.sample((byte) 0x10));
        assertThat(wav.getShort(sound + 2)).isEqualTo(Law.ULAW.sample((byte) 0x20));
        assertThat(heard(SUSAN).duration()).isEqualTo(Duration.ofMillis(5_050));
    }

    @Test
    void lostSecondsAndThePauseBetweenPartsAreSilentMarks() throws IOException {
        ByteBuffer wav = wav(heard(SUSAN));
        int sound = wav.capacity() - (4 * 8000 + 8400) * 4;
        assertThat(sound).as("a header with two marks").isEqualTo(HEADER + 12 + 2 * 24);
        assertThat(wav.getInt(HEADER - 8 + 16)).as("the lost second").isEqualTo(8_000);
        assertThat(wav.getInt(HEADER - 8 + 40)).as("the pause").isEqualTo(16_400);
        assertThat(wav.getInt(sound + 16_400 * 4)).isZero();
        assertThat(wav.getInt(sound + 32_000 * 4)).isNotZero();
    }

    @Test
    void whatWasWithheldIsOneSilentMarkOverSecondsAndPartsOfThem() throws IOException {
        RecordingId third = RecordingId.at(began.toEpochMilli() + 1);
        OneContact paused = OneContact.recorded(
                began, List.of(new RecordedPart(third, began, Optional.of(began.plusSeconds(3)), true)));
        RecordingWriter writer = files.create(third, paused.call().id());
        ByteBuffer quiet = said(Law.ALAW.silence(), 8000);
        writer.write(0, 8000, Law.ALAW, quiet.duplicate(), Law.ALAW, quiet.duplicate(), new Withheld(6_400, 8_000));
        writer.write(1, 8000, Law.ALAW, quiet.duplicate(), Law.ALAW, quiet.duplicate(), new Withheld(0, 8_000));
        writer.write(2, 8000, Law.ALAW, quiet.duplicate(), Law.ALAW, quiet.duplicate(), new Withheld(0, 160));
        writer.finish();
        recordings = recordings(paused);
        RecordedSound sound =
                ((Answer.Open) recordings.open(SUSAN, paused.call().id())).sound();
        assertThat(sound.gaps())
                .containsExactly(new Gap(Duration.ofMillis(800), Duration.ofMillis(1_220), Gap.Why.PAUSED));
        assertThat(wav(sound).getInt(HEADER - 8 + 16)).isEqualTo(6_400);
    }

    private static ByteBuffer wav(RecordedSound sound) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sound.write(0, sound.length(), out);
        return ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void oneLookInTenMinutesIsTracedOnce() {
        heard(SUSAN);
        clock.advance(Duration.ofMinutes(9).plusSeconds(59));
        heard(SUSAN);
        assertThat(traced()).containsExactly("recording.played user:susan");
        clock.advance(Duration.ofSeconds(1));
        heard(SUSAN);
        heard(person("quentin", OneContact.UNIT, Permissions.RECORDINGS));
        assertThat(traced())
                .containsExactly(
                        "recording.played user:susan", "recording.played user:susan", "recording.played user:quentin");
        JournalEntry entry = journal.of(List.of(id)).get(0);
        assertThat(entry.body()).containsEntry("recording", List.of(first.toString(), second.toString()));
        assertThat(entry.unit()).isEqualTo(OneContact.UNIT);
    }

    @Test
    void everyRefusalIsTraced() {
        Actor.Person alice = person("alice", OneContact.UNIT, Permissions.AGENT);
        assertThat(refused(alice)).isEqualTo("forbidden");
        assertThat(refused(alice)).isEqualTo("forbidden");
        assertThat(refused(person("stranger", new UnitId("elsewhere"), Permissions.RECORDINGS)))
                .isEqualTo("forbidden");
        assertThat(traced())
                .containsExactly(
                        "recording.refused user:alice",
                        "recording.refused user:alice",
                        "recording.refused user:stranger");
        assertThat(journal.of(List.of(id)).get(0).body()).containsEntry("reason", "forbidden");
    }

    @Test
    void whatWasErasedStaysErased() {
        store.vault().destroy(new ContentOwner(ContentOwner.Kind.INTERACTION, id.value()));
        assertThat(refused(SUSAN)).isEqualTo("erased");
        assertThat(traced()).containsExactly("recording.refused user:susan");
    }

    @Test
    void thereIsNoRecordingWithoutAFile() {
        recordings = recordings(OneContact.recorded(began, List.of()));
        Answer answer = recordings.open(SUSAN, InteractionId.at(1));
        assertThat(((Answer.Refused) answer).problem().code()).isEqualTo("no-recording");
        assertThat(journal.head()).isZero();
    }

    @Test
    void aPartWhoseFileIsGoneLeavesTheOthers() throws IOException {
        try (var found = Files.walk(home.resolve("recordings"))) {
            Files.delete(found.filter(path -> path.toString().contains(second.toString()))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(heard(SUSAN).duration()).isEqualTo(Duration.ofMillis(2_050));
    }

    @Test
    void anAlteredSecondIsNeverHeard() throws IOException {
        Path file;
        try (var found = Files.walk(home.resolve("recordings"))) {
            file = found.filter(path -> path.toString().contains(second.toString()))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length - 20_000] ^= 1;
        RecordedSound sound = heard(SUSAN);
        Files.write(file, sealed);
        assertThatThrownBy(() -> wav(sound)).isInstanceOf(IOException.class).hasMessageContaining("altered");
    }

    @Test
    void whoHasHeardItIsToldToThoseWhoMayHearIt() {
        heard(SUSAN);
        Instant later = clock.advance(Duration.ofMinutes(20));
        Actor.Person quentin = person("quentin", OneContact.UNIT, Permissions.RECORDINGS);
        heard(quentin);
        assertThat(recordings.heard(SUSAN.scope(), id))
                .containsExactly(new Heard(later, "user:quentin"), new Heard(began, "user:susan"));
        assertThat(recordings.heard(person("alice", OneContact.UNIT).scope(), id))
                .isEmpty();
    }

    @Test
    void peaksShowEachSideAndItsSilence() throws IOException {
        Peaks all = heard(SUSAN).peaks(Duration.ZERO, Duration.ofMillis(5_050), 101);
        int said = Math.abs(Law.ALAW.sample((byte) 0x10));
        int answered = Math.abs(Law.ULAW.sample((byte) 0x20));
        assertThat(all.customer()).hasSize(101).element(0).isEqualTo(said);
        assertThat(all.agent()).hasSize(101).element(0).isEqualTo(answered);
        assertThat(all.customer().subList(20, 40)).as("the lost second").containsOnly(QUIET);
        assertThat(all.agent().subList(41, 80))
                .as("the pause between the parts")
                .containsOnly(0);
        assertThat(all.customer().subList(80, 101)).containsOnly(said);
    }

    @Test
    void peaksOfAStretchReadNoMoreThanIt() throws IOException {
        RecordedSound sound = heard(SUSAN);
        Peaks stretch = sound.peaks(Duration.ofMillis(500), Duration.ofMillis(1_500), 4);
        assertThat(stretch.customer()).hasSize(4);
        assertThat(stretch.customer().subList(0, 2)).doesNotContain(QUIET);
        assertThat(stretch.customer().subList(2, 4)).containsOnly(QUIET);
        Peaks past = sound.peaks(Duration.ofSeconds(5), Duration.ofHours(1), 4_000);
        assertThat(past.to()).isEqualTo(Duration.ofMillis(5_050));
        assertThat(past.customer()).as("no column shorter than a sample").hasSize(400);
        assertThat(sound.peaks(Duration.ofHours(1), Duration.ofHours(2), 10).agent())
                .isEmpty();
        assertThatThrownBy(() -> sound.peaks(Duration.ZERO, Duration.ZERO, 0)).hasMessageContaining("1 to 4000");
    }

    private static final Actor.Person TAKER =
            person("tina", OneContact.UNIT, Permissions.RECORDINGS, Permissions.RECORDING_COPIES);

    private static Copy wish(String purpose, Long from, Long to) {
        return new Copy(
                purpose,
                Optional.ofNullable(from).map(Duration::ofMillis),
                Optional.ofNullable(to).map(Duration::ofMillis));
    }

    private String refusedCopy(Actor.Person taker, Copy wish) {
        return ((Answer.Refused) recordings.copy(taker, id, wish)).problem().code();
    }

    @Test
    void aCopyIsTheSoundThatIsHeardWithItsGaps() throws IOException {
        RecordedSound copy = ((Answer.Open) recordings.copy(TAKER, id, wish("complaint 7", null, null))).sound();
        assertThat(wav(copy)).isEqualTo(wav(heard(TAKER)));
        RecordedSound part = ((Answer.Open) recordings.copy(TAKER, id, wish("complaint 7", 500L, 4_500L))).sound();
        ByteBuffer wav = wav(part);
        int sound = wav.capacity() - 4 * 8_000 * 4;
        assertThat(wav.getInt(4)).isEqualTo(wav.capacity() - 8);
        assertThat(wav.getInt(HEADER - 8 + 16))
                .as("the lost second, from the new begin")
                .isEqualTo(4_000);
        assertThat(wav.getShort(sound)).isEqualTo(Law.ALAW.sample((byte) 0x10));
        assertThat(wav.getShort(sound + 4_000 * 4)).isEqualTo((short) QUIET);
        assertThat(wav.getShort(sound + 28_000 * 4)).isEqualTo(Law.ALAW.sample((byte) 0x10));
        assertThat(part.gaps().get(0).at()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void eachCopyIsTracedWithItsPurposeBeforeItIsGiven() {
        recordings.copy(TAKER, id, wish("  complaint 7 ", 500L, 4_500L));
        recordings.copy(TAKER, id, wish("complaint 8", null, null));
        List<JournalEntry> entries = journal.of(List.of(id));
        assertThat(traced()).containsExactly("recording.copied user:tina", "recording.copied user:tina");
        assertThat(entries.get(0).body())
                .containsEntry("purpose", "complaint 7")
                .containsEntry("fromMillis", 500L)
                .containsEntry("toMillis", 4_500L)
                .containsEntry("recording", List.of(first.toString(), second.toString()));
        assertThat(entries.get(1).body()).containsEntry("toMillis", 5_050L);
    }

    @Test
    void noCopyWithoutRightPurposeAndStretch() {
        assertThat(refusedCopy(SUSAN, wish("complaint 7", null, null))).isEqualTo("copy-forbidden");
        assertThat(refusedCopy(
                        person("al", OneContact.UNIT, Permissions.RECORDING_COPIES), wish("complaint 7", null, null)))
                .isEqualTo("forbidden");
        assertThat(traced()).containsExactly("recording.refused user:susan", "recording.refused user:al");
        assertThat(refusedCopy(TAKER, wish("  why ", null, null))).isEqualTo("bad-purpose");
        assertThat(refusedCopy(TAKER, wish("w".repeat(201), null, null))).isEqualTo("bad-purpose");
        assertThat(refusedCopy(TAKER, wish("complaint 7", 2_000L, 2_000L))).isEqualTo("bad-stretch");
        assertThat(refusedCopy(TAKER, wish("complaint 7", 0L, 5_051L))).isEqualTo("bad-stretch");
        assertThat(traced()).hasSize(2);
    }
}
