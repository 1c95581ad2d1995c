// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.Uuid7;
import io.patchbay.store.Home;
import io.patchbay.store.KeyRotation;
import io.patchbay.store.plain.PlainStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the exchange of the master key promises on every database. */
interface RotationContract {
    DataSource source();

    Path folder();

    private PlainStore open() {
        return new PlainStore(folder(), source(), 8);
    }

    private static KeyRotation rotation(PlainStore store) {
        return (KeyRotation) store.vault();
    }

    private static SealedPart sealed(PlainStore store, long millis) {
        return store.vault().seal(new ContentOwner(ContentOwner.Kind.CONVERSATION, Uuid7.at(millis)), "text " + millis);
    }

    private static void keep(PlainStore store, ContentOwner owner) throws SQLException {
        try (Connection connection = store.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            store.vault().keepKeys(connection, List.of(owner));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static Path master(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("master.key")).findFirst().orElseThrow();
        }
    }

    private void opens(List<SealedPart> parts) {
        try (PlainStore store = open()) {
            parts.forEach(part -> assertThat(store.vault().open(part)).isPresent());
        }
    }

    @Test
    default void everyKeyIsWrappedAnewAndTheFormerMasterKeyIsGone() throws SQLException, IOException {
        List<SealedPart> parts = new ArrayList<>();
        String before;
        SealedPart erased;
        try (PlainStore store = open()) {
            for (int i = 0; i < 1_100; i++) {
                parts.add(sealed(store, i));
                keep(store, parts.get(i).owner());
            }
            erased = parts.remove(7);
            store.vault().destroy(erased.owner());
            before = Files.readString(master(folder()));
            assertThat(rotation(store).rotate().keys()).isBetween(500L, 1_099L); // the youngest are put right at once
            SealedPart later = sealed(store, 5_000);
            keep(store, later.owner());
            parts.add(later);
        }
        assertThat(Files.readString(master(folder()))).isNotEqualTo(before).hasSize(65);
        assertThat(master(folder()).resolveSibling("master.key.former")).doesNotExist();
        opens(parts);
        try (PlainStore store = open()) {
            assertThat(store.vault().open(erased)).isEmpty();
        }
    }

    @Test
    default void whatIsSealedMeanwhileOpensAfterwards() throws InterruptedException {
        List<SealedPart> parts = new ArrayList<>();
        try (PlainStore store = open()) {
            AtomicBoolean enough = new AtomicBoolean();
            List<CompletableFuture<List<SealedPart>>> writers = new ArrayList<>();
            for (int w = 0; w < 3; w++) {
                long from = 10_000L * w;
                writers.add(CompletableFuture.supplyAsync(() -> {
                    List<SealedPart> mine = new ArrayList<>();
                    for (long i = 0; i < 100 || !enough.get(); i++) {
                        SealedPart part = sealed(store, from + i);
                        try {
                            keep(store, part.owner());
                        } catch (SQLException e) {
                            throw new AssertionError(e);
                        }
                        mine.add(part);
                    }
                    return mine;
                }));
            }
            for (int i = 0; i < 3; i++) {
                rotation(store).rotate();
            }
            enough.set(true);
            writers.forEach(writer -> parts.addAll(writer.join()));
        }
        assertThat(parts).hasSizeGreaterThanOrEqualTo(300);
        opens(parts);
    }

    @Test
    default void aTransactionThatIsCommittedAfterItsRotationIsNotLost() throws SQLException, IOException {
        SealedPart part;
        try (PlainStore store = open()) {
            part = sealed(store, 1);
            CompletableFuture<KeyRotation.Rotated> rotated;
            try (Connection connection = store.database().dataSource().getConnection()) {
                connection.setAutoCommit(false);
                store.vault().keepKeys(connection, List.of(part.owner()));
                Path former = master(folder()).resolveSibling("master.key.former");
                rotated = CompletableFuture.supplyAsync(() -> rotation(store).rotate());
                while (!Files.exists(former) && !rotated.isDone()) {
                    Thread.onSpinWait();
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            rotated.join();
            assertThat(store.vault().open(part)).contains("text 1");
        }
        opens(List.of(part));
    }

    @Test
    default void oneThatWasCutOffIsFinishedByTheNext() throws SQLException, IOException {
        SealedPart part;
        try (PlainStore store = open()) {
            part = sealed(store, 1);
            keep(store, part.owner());
        }
        KeyFile.replace(master(folder()));
        KeyFile.replace(master(folder()));
        opens(List.of(part));
        try (PlainStore store = open()) {
            assertThat(rotation(store).rotate().keys()).isEqualTo(1);
        }
        assertThat(master(folder()).resolveSibling("master.key.former")).doesNotExist();
        opens(List.of(part));
    }

    @Test
    default void aCommandGivesTheNewKeyFirst() throws SQLException, IOException {
        Path keys = folder().resolve("printed");
        String first = "1".repeat(64);
        Files.writeString(keys, first);
        SealedPart part;
        try (PlainStore store = open()) {
            Home home = () -> folder();
            SealedContentVault vault = SealedContentVault.at(
                    store.database().dataSource(), home, "cat '" + keys + "'", InstantSource.system());
            part = vault.seal(new ContentOwner(ContentOwner.Kind.CONVERSATION, Uuid7.at(1)), "text");
            try (Connection connection = store.database().dataSource().getConnection()) {
                vault.keepKeys(connection, List.of(part.owner()));
            }
            assertThatThrownBy(vault::rotate).isInstanceOfSatisfying(KeyRotation.Refused.class, no -> assertThat(
                            no.problem().code())
                    .isEqualTo("no-new-master-key"));
            Files.writeString(keys, "2".repeat(64) + "\n" + first + "\n");
            vault.rotate();
            Files.writeString(keys, "2".repeat(64) + "\n");
            assertThat(SealedContentVault.at(
                                    store.database().dataSource(), home, "cat '" + keys + "'", InstantSource.system())
                            .open(part))
                    .contains("text");
        }
    }

    @Test
    default void aKeyThatWasAlteredIsNamedAndBothMasterKeysAreKept() throws SQLException, IOException {
        SealedPart good;
        try (PlainStore store = open()) {
            good = sealed(store, 1);
            SealedPart bad = sealed(store, 2);
            keep(store, good.owner());
            keep(store, bad.owner());
            try (Connection connection = store.database().dataSource().getConnection();
                    var update = connection.prepareStatement("update content_key set wrapped = ? where owner = ?")) {
                update.setBytes(1, new byte[60]);
                update.setString(2, bad.owner().text());
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
            assertThatThrownBy(() -> rotation(store).rotate())
                    .isInstanceOf(KeyRotation.Refused.class)
                    .hasMessageContaining(bad.owner().text());
        }
        assertThat(master(folder()).resolveSibling("master.key.former")).exists();
        opens(List.of(good));
    }
}
