// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.RecordingCommand.RemoveMark;
import io.patchbay.api.recording.RecordingCommand.SetMark;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {
    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock();
    private final FakeJournal journal = new FakeJournal();
    private final Instant began = clock.instant();
    private final OneContact contact = OneContact.recorded(
            began,
            List.of(new RecordedPart(
                    RecordingId.at(began.toEpochMilli()), began, Optional.of(began.plusSeconds(30)), true)));
    private PlainStore store;
    private Marks marks;

    @BeforeEach
    void begin() {
        store = new PlainStore(home, TestDatabases.memory());
        marks = new Marks(contact, journal, store.vault(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Actor.Person person(String user, UnitId unit, String... permissions) {
        UserId name = new UserId(user);
        return new Actor.Person(name, Scope.of(name, Set.of(unit), Set.of(permissions)));
    }

    private static final Actor.Person QUENTIN =
            person("quentin", OneContact.UNIT, Permissions.RECORDINGS, Permissions.RECORDING_MARKS);
    private static final Actor.Person SUSAN =
            person("susan", OneContact.UNIT, Permissions.RECORDINGS, Permissions.RECORDING_MARKS);

    private CommandResult set(Actor actor, long at, String text) {
        return marks.set(actor, new SetMark(contact.call().id(), Duration.ofMillis(at), text))
                .toCompletableFuture()
                .join();
    }

    private CommandResult remove(Actor actor, long mark) {
        return marks.remove(actor, new RemoveMark(contact.call().id(), mark))
                .toCompletableFuture()
                .join();
    }

    private List<Mark> seen() {
        return marks.of(QUENTIN.scope(), contact.call().id());
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    @Test
    void marksStandInTheOrderOfTheirPlaces() {
        set(QUENTIN, 12_000, "Says the price");
        Instant later = clock.advance(Duration.ofMinutes(1));
        set(SUSAN, 3_000, "  Greets  ");
        assertThat(seen()).extracting(Mark::text).containsExactly("Greets", "Says the price");
        assertThat(seen().get(0).author()).isEqualTo("user:susan");
        assertThat(seen().get(0).setAt()).isEqualTo(later);
        assertThat(seen().get(0).at()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theJournalGetsTheirTextAsContentToSeal() {
        set(QUENTIN, 1, "Card number said aloud");
        assertThat(journal.of(List.of(contact.call().id())).get(0).body().get("text"))
                .isInstanceOf(Confidential.class);
    }

    @Test
    void oneTakesAwayOnesOwnOnly() {
        long mark = (long)
                ((CommandResult.Done) set(QUENTIN, 1, "Wrong place")).result().get("mark");
        assertThat(code(remove(SUSAN, mark))).isEqualTo("not-yours");
        assertThat(code(remove(QUENTIN, mark + 7))).isEqualTo("no-mark");
        assertThat(remove(QUENTIN, mark)).isInstanceOf(CommandResult.Done.class);
        assertThat(seen()).isEmpty();
        assertThat(code(remove(QUENTIN, mark))).isEqualTo("no-mark");
    }

    @Test
    void onlyWhoMayHearAndMarkSetsThemAndOnlyWhoMayHearSeesThem() {
        assertThat(code(set(person("al", OneContact.UNIT, Permissions.RECORDINGS), 1, "x")))
                .isEqualTo("forbidden");
        assertThat(code(set(person("al", OneContact.UNIT, Permissions.RECORDING_MARKS), 1, "x")))
                .isEqualTo("forbidden");
        assertThat(code(set(
                        person("al", new UnitId("far"), Permissions.RECORDINGS, Permissions.RECORDING_MARKS), 1, "x")))
                .isEqualTo("forbidden");
        set(QUENTIN, 1, "x");
        assertThat(marks.of(
                        person("al", OneContact.UNIT, Permissions.RECORDING_MARKS)
                                .scope(),
                        contact.call().id()))
                .isEmpty();
    }

    @Test
    void aPlaceOutsideTheSoundIsRefusedAndNonsenseIsNamed() {
        assertThat(code(set(QUENTIN, 31_001, "x"))).isEqualTo("outside");
        assertThatThrownBy(() -> set(QUENTIN, -1, "x")).hasMessageContaining("atMillis");
        assertThatThrownBy(() -> set(QUENTIN, 1, "  ")).hasMessageContaining("1 to 500");
        assertThatThrownBy(() -> set(QUENTIN, 1, "x".repeat(501))).hasMessageContaining("has 501");
    }
}
