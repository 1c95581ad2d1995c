// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.plain;

import io.patchbay.api.content.ContentVault;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.IdempotencyKeys;
import io.patchbay.store.KeyProof;
import io.patchbay.store.Migrations;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.database.CommitHooks;
import io.patchbay.store.database.DirectoryHome;
import io.patchbay.store.database.LiquibaseMigrations;
import io.patchbay.store.database.PooledDatabase;
import io.patchbay.store.database.SqlIdempotencyKeys;
import io.patchbay.store.database.SqlOutbox;
import io.patchbay.store.unit.PersistenceUnit;
import io.patchbay.store.unit.UnitDescription;
import io.patchbay.store.vault.SealedContentVault;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import javax.sql.DataSource;

/** All of the store, put together by hand: what a container does with components. Its own tables are migrated. */
public final class PlainStore implements AutoCloseable {
    private static final int POOL_SIZE = 10;

    private final Home home;
    private final PooledDatabase database;
    private final Migrations migrations;
    private final SealedContentVault vault;
    private final IdempotencyKeys keys;
    private final Outbox outbox;
    private final CommitHooks hooks = new CommitHooks();
    private final Deque<PersistenceUnit> units = new ArrayDeque<>();

    /**
     * Opens a store.
     *
     * @param folder its home, made if missing
     * @param source connections to H2 or PostgreSQL, for example of {@code TestDatabases}
     */
    public PlainStore(Path folder, DataSource source) {
        this(folder, source, POOL_SIZE);
    }

    /**
     * Opens a store with a pool of a certain size.
     *
     * @param folder its home, made if missing
     * @param source connections to H2 or PostgreSQL
     * @param poolSize how many connections are held
     */
    public PlainStore(Path folder, DataSource source, int poolSize) {
        home = new DirectoryHome(folder);
        database = PooledDatabase.over(source, poolSize);
        migrations = new LiquibaseMigrations(database, home);
        vault = SealedContentVault.at(database.dataSource(), home, "", InstantSource.system());
        keys = new SqlIdempotencyKeys(migrations, database);
        outbox = new SqlOutbox(migrations, database, vault, keys, hooks);
    }

    /**
     * Opens a persistence unit; its tables must be there ({@link #migrations}).
     *
     * @param classes finds {@code META-INF/persistence.xml} and the entities
     * @param name the unit's name
     * @return its transactions, until the store is closed
     * @throws IllegalArgumentException naming the unit if there is none
     */
    public Transactions unit(ClassLoader classes, String name) {
        try {
            for (URL file : Collections.list(classes.getResources("META-INF/persistence.xml"))) {
                UnitDescription description = UnitDescription.read(file);
                if (description.name().equals(name)) {
                    PersistenceUnit unit = new PersistenceUnit(description, classes, database.dataSource(), hooks);
                    units.push(unit);
                    return unit.transactions();
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("unit " + name, e);
        }
        throw new IllegalArgumentException("no META-INF/persistence.xml has the unit " + name);
    }

    /**
     * The home.
     *
     * @return its folders
     */
    public Home home() {
        return home;
    }

    /**
     * The database.
     *
     * @return its pool
     */
    public Database database() {
        return database;
    }

    /**
     * Migrations.
     *
     * @return for a bundle's own tables
     */
    public Migrations migrations() {
        return migrations;
    }

    /**
     * Sealed content.
     *
     * @return the vault of the home's keys
     */
    public ContentVault vault() {
        return vault;
    }

    /**
     * Wrapped keys as they are in the database.
     *
     * @return the vault's own
     */
    public KeyProof keyProof() {
        return vault;
    }

    /**
     * Commands' keys.
     *
     * @return kept in the database
     */
    public IdempotencyKeys idempotencyKeys() {
        return keys;
    }

    /**
     * The way of tables' changes into the journal.
     *
     * @return kept in the database
     */
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void close() {
        units.forEach(PersistenceUnit::close);
        database.close();
    }
}
