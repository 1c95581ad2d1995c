// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.people.SignIn;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.session.SignInDesk;
import io.patchbay.directory.store.PeopleTables;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.PermissionType;
import io.patchbay.store.Transactions;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** A directory put together by hand, as the container would. */
final class DirectoryBench implements AutoCloseable {
    private final ManualClock clock = new ManualClock();
    private final PlainStore store;
    private final Transactions transactions;
    private Threads threads = new Threads();
    private Directory directory;
    private SignInDesk signIn;

    DirectoryBench(Path folder, DataSource source) {
        store = new PlainStore(folder, source, 6);
        ClassLoader loader = Directory.class.getClassLoader();
        store.migrations().migrate("io.patchbay.directory", loader, "io/patchbay/directory/changelog.sql");
        transactions = store.unit(loader, "directory");
        PeopleTables tables = new PeopleTables(transactions, store.outbox());
        new FirstStart(tables, clock, new PasswordHash(), store.home().keys()).seed(true);
        restart();
    }

    void restart() {
        directory = new Directory(
                new PeopleTables(transactions, store.outbox()), new Declared(List.of(new Extra())), clock);
        signIn = new SignInDesk(directory, transactions, store.outbox(), threads, clock);
    }

    /** Another feature with a right of its own. */
    private static final class Extra implements Declarations {
        @Override
        public List<PermissionType> permissions() {
            return List.of(new PermissionType("extra.right", "Extra", "额外"));
        }
    }

    /** Until what runs in the background is done. */
    void settle() {
        threads.close();
        threads.join();
        threads = new Threads();
        restart();
    }

    PlainStore store() {
        return store;
    }

    Directory directory() {
        return directory;
    }

    SignIn signIn() {
        return signIn;
    }

    Threads threads() {
        return threads;
    }

    ManualClock clock() {
        return clock;
    }

    @Override
    public void close() {
        threads.close();
        threads.join();
        store.close();
    }
}
