// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.CalledParties.Party;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes after each entry of a callback's life in turn: it goes on from there, and every call has its entry.
 */
class CallbackKilledTest {
    private static final int TRIES = 2;

    @TempDir
    Path folder;

    @Test
    void whereverItStopsEachCallIsMadeAtMostOnceAndTheContactComesToAnEnd() throws IOException, SQLException {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        InteractionId id = life(whole);
        List<Long> points = points(entries(whole));
        assertThat(points).hasSizeGreaterThan(7);
        for (long point : points) {
            Path copy = folder.resolve("point-" + point);
            copy(whole, copy);
            cut(copy, point);
            goesOn(copy, id, point);
        }
    }

    /** The ends of turns from the asking on: what one turn decides is written together or not at all. */
    private static List<Long> points(List<JournalEntry> entries) {
        List<Long> points = new ArrayList<>();
        boolean asked = false;
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            asked |= entry.type().equals("callback.asked");
            boolean last = i == entries.size() - 1 || !entries.get(i + 1).at().equals(entry.at());
            if (asked && last) {
                points.add(entry.seq());
            }
        }
        return points;
    }

    private static Centre centre(Path home) {
        DemoSettings settings = new DemoSettings();
        settings.put(DemoSettings.callbacks("service", TRIES));
        return new Centre(home, TestDatabases.h2(home), settings);
    }

    /** Asked, called in vain, called again, reached, talked. */
    private static InteractionId life(Path home) throws SQLException {
        try (Centre centre = centre(home)) {
            Customer caller = centre.calls("service", "call-1");
            Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.WAITING);
            centre.does(
                    "susan",
                    new InteractionCommand.AskCallback(caller.id(), Optional.of("+8613812342046"), Optional.empty()));
            centre.ready("alice");
            Party party = centre.called.rings("alice");
            party.dialsFor("alice");
            party.signals(new ChannelSignal.PartyNotReached("busy"));
            Centre.until(() -> callback(centre, caller.id()).due().isPresent());
            talk(centre, caller.id());
            return caller.id();
        } finally {
            shutdown(home);
        }
    }

    private static Callback callback(Centre centre, InteractionId id) {
        return centre.interaction(id).placement().callback().orElseThrow();
    }

    private static void talk(Centre centre, InteractionId id) {
        centre.does(
                "susan", new InteractionCommand.MoveCallback(id, Instant.now().plusMillis(200)));
        Party party = centre.called.rings("alice");
        party.dialsFor("alice");
        party.signals(new ChannelSignal.PartyReached());
        Centre.until(() -> callback(centre, id).phase() == Callback.Phase.TALKING);
        party.signals(new ChannelSignal.RemoteLeft("customer"));
        Centre.until(() -> centre.interaction(id).state() == InteractionState.WRAPUP);
        wrapUp(centre, id);
    }

    private static void wrapUp(Centre centre, InteractionId id) {
        centre.does("alice", new InteractionCommand.CompleteAssignment(id, Optional.of("enquiry"), ""));
        Centre.until(() -> centre.interaction(id).state() == InteractionState.CLOSED);
    }

    private static List<JournalEntry> entries(Path home) throws SQLException {
        try (Centre centre = centre(home)) {
            return centre.journal.read(0, 1_000);
        } finally {
            shutdown(home);
        }
    }

    private static void goesOn(Path home, InteractionId id, long point) throws SQLException {
        try (Centre centre = centre(home)) {
            long before = dialled(centre, id, point);
            Centre.until(() -> callback(centre, id).phase() != Callback.Phase.DIALLING);
            cutOff(centre);
            InteractionState state = centre.interaction(id).state();
            if (state == InteractionState.WRAPUP) {
                wrapUp(centre, id);
            } else if (state != InteractionState.CLOSED) {
                centre.ready("alice");
                talk(centre, id);
            }
            List<Integer> attempts = centre.journal.of(List.of(id)).stream()
                    .filter(entry -> entry.type().equals("callback.dialling"))
                    .map(entry -> ((Number) entry.body().get("attempt")).intValue())
                    .toList();
            assertThat(attempts)
                    .as("after entry %d", point)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(attempts.size()).isLessThanOrEqualTo(TRIES);
            assertThat(centre.called.dials()).as("after entry %d", point).isEqualTo((int) (attempts.size() - before));
            assertThat(centre.interaction(id).outcome()).isPresent();
            assertThat(centre.journal.of(List.of(id)).stream()
                            .filter(entry -> entry.type().equals("callback.done")))
                    .hasSize(1);
        } finally {
            shutdown(home);
        }
    }

    /** What the channel does with calls that ran when the power went. */
    private static void cutOff(Centre centre) {
        centre.core.intake().open(new ChannelKey("voice")).forEach(open -> {
            Customer gone = new Customer(true);
            centre.core.intake().resume(open.id(), gone).ifPresent(sink -> {
                sink.signal(new ChannelSignal.Failed("restart"));
                Centre.until(() ->
                        centre.interaction(open.id()).times().remoteLeftAt().isPresent());
            });
        });
    }

    private static long dialled(Centre centre, InteractionId id, long point) {
        return centre.journal.of(List.of(id)).stream()
                .filter(entry -> entry.seq() <= point && entry.type().equals("callback.dialling"))
                .count();
    }

    private static void cut(Path home, long point) throws SQLException {
        DataSource database = TestDatabases.h2(home);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from journal where seq > " + point);
            statement.execute("delete from core_snapshot");
        }
        shutdown(home);
    }

    private static void shutdown(Path home) throws SQLException {
        try (Connection connection = TestDatabases.h2(home).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
