// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.Uuid7;
import io.patchbay.store.plain.PlainStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the vault promises on every database. */
interface VaultContract {
    DataSource source();

    Path folder();

    private PlainStore open() {
        return new PlainStore(folder(), source(), 4);
    }

    private static ContentOwner owner(long millis) {
        return new ContentOwner(ContentOwner.Kind.CONVERSATION, Uuid7.at(millis));
    }

    private static void keep(PlainStore store, List<ContentOwner> owners) throws SQLException {
        try (Connection connection = store.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            store.vault().keepKeys(connection, owners);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Test
    default void contentOpensAgainAfterARestart() throws SQLException {
        ContentOwner owner = owner(1000);
        SealedPart part;
        try (PlainStore store = open()) {
            part = store.vault().seal(owner, "你好 👋");
            keep(store, List.of(owner));
        }
        try (PlainStore store = open()) {
            assertThat(store.vault().open(part)).contains("你好 👋");
            SealedPart later = store.vault().seal(owner, "again");
            assertThat(store.vault().open(later)).contains("again");
        }
        try (PlainStore store = open()) {
            assertThat(store.vault().open(part)).contains("你好 👋");
        }
    }

    @Test
    default void oldOwnerIsFoundThoughNewerOnesAreStored() throws SQLException {
        SealedPart part;
        try (PlainStore store = open()) {
            part = store.vault().seal(owner(1000), "a");
            store.vault().seal(owner(9000), "b");
            keep(store, List.of(part.owner()));
        }
        try (PlainStore store = open()) {
            SealedPart young = store.vault().seal(owner(500), "never stored, below the highest");
            assertThat(store.vault().open(young)).isPresent();
            assertThat(store.vault().open(part)).contains("a");
        }
    }

    @Test
    default void keyOfARolledBackTransactionIsWrittenAgain() throws SQLException {
        ContentOwner owner = owner(1000);
        SealedPart part;
        try (PlainStore store = open()) {
            part = store.vault().seal(owner, "text");
            try (Connection connection = store.database().dataSource().getConnection()) {
                connection.setAutoCommit(false);
                store.vault().keepKeys(connection, List.of(owner));
                connection.rollback();
                connection.setAutoCommit(true);
            }
            keep(store, List.of(owner, owner));
            keep(store, List.of(owner));
        }
        try (PlainStore store = open()) {
            assertThat(store.vault().open(part)).contains("text");
        }
    }

    @Test
    default void thousandsOfKeysAreConfirmedAndKept() throws SQLException {
        List<SealedPart> parts = new ArrayList<>();
        try (PlainStore store = open()) {
            for (int group = 0; group < 30; group++) {
                List<ContentOwner> owners = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    parts.add(store.vault().seal(owner(1000 + group), "t" + parts.size()));
                    owners.add(parts.get(parts.size() - 1).owner());
                }
                keep(store, owners);
            }
        }
        try (PlainStore store = open()) {
            for (int i = 0; i < parts.size(); i += 37) {
                assertThat(store.vault().open(parts.get(i))).contains("t" + i);
            }
        }
    }

    @Test
    default void destroyedKeyErasesForEver() throws SQLException {
        ContentOwner owner = owner(1000);
        SealedPart part;
        try (PlainStore store = open()) {
            part = store.vault().seal(owner, "gone");
            keep(store, List.of(owner));
            store.vault().destroy(owner);
            assertThat(store.vault().open(part)).isEmpty();
        }
        try (PlainStore store = open()) {
            assertThat(store.vault().open(part)).isEmpty();
            assertThatThrownBy(() -> store.vault().seal(owner, "more")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    default void keyThatWasNeverStoredCanBeDestroyed() {
        try (PlainStore store = open()) {
            SealedPart part = store.vault().seal(owner(1000), "gone");
            store.vault().destroy(part.owner());
            assertThat(store.vault().open(part)).isEmpty();
        }
    }

    @Test
    default void alteredOrMovedContentIsRefused() {
        try (PlainStore store = open()) {
            ContentVault vault = store.vault();
            SealedPart part = vault.seal(owner(1000), "text");
            byte[] altered = part.cipher().clone();
            altered[altered.length - 1] ^= 1;
            assertThatThrownBy(() -> vault.open(new SealedPart(part.owner(), altered, part.sha256())))
                    .isInstanceOf(IllegalStateException.class);
            SealedPart other = vault.seal(owner(1000), "text");
            assertThatThrownBy(() -> vault.open(new SealedPart(other.owner(), part.cipher(), part.sha256())))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    default void lookupHashIsTheSameAfterARestartAndOtherInAnotherHome() {
        String hash;
        try (PlainStore store = open()) {
            hash = store.vault().lookupHash("tel:+861012345678");
            assertThat(hash).matches("[0-9a-f]{64}");
        }
        try (PlainStore store = open()) {
            assertThat(store.vault().lookupHash("tel:+861012345678")).isEqualTo(hash);
        }
        try (PlainStore store = new PlainStore(folder().resolve("other"), source(), 4)) {
            assertThat(store.vault().lookupHash("tel:+861012345678")).isNotEqualTo(hash);
        }
    }

    @Test
    default void keyFilesAreForTheOwnerAlone() throws IOException {
        try (PlainStore store = open()) {
            Path keys = store.home().keys();
            assertThat(Files.getPosixFilePermissions(keys)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(keys.resolve("master.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
