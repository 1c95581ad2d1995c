// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrations by Liquibase. Its first use in a JVM costs 1 to 3 s, so the hash of each changelog that ran is kept in the
 * table {@code migrated}: while it is the same, Liquibase is not even loaded.
 */
@Component(service = {Migrations.class, LiquibaseMigrations.class})
public final class LiquibaseMigrations implements Migrations {
    private static final Logger log = LoggerFactory.getLogger(LiquibaseMigrations.class);

    private final DataSource source;
    private final Optional<Changelogs> changelogs;

    /**
     * Also brings the store's own tables up to date.
     *
     * @param database which
     * @param home keeps the changelogs
     */
    @Activate
    public LiquibaseMigrations(@Reference Database database, @Reference Home home) {
        this(database, Optional.of(new Changelogs(home.data().resolve("changelogs"))));
    }

    /**
     * Of a database that has no home, for example a copy.
     *
     * @param database which
     */
    public LiquibaseMigrations(Database database) {
        this(database, Optional.empty());
    }

    private LiquibaseMigrations(Database database, Optional<Changelogs> changelogs) {
        this.changelogs = changelogs;
        source = database.dataSource();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists migrated (owner varchar(100) primary key, sha256 varchar(64) not null)");
        } catch (SQLException e) {
            throw new IllegalStateException("table migrated cannot be made", e);
        }
        migrate("io.patchbay.store", LiquibaseMigrations.class.getClassLoader(), "io/patchbay/store/changelog.sql");
    }

    @Override
    public synchronized void migrate(String owner, ClassLoader resources, String changelog) {
        try (Connection connection = source.getConnection()) {
            byte[] text = text(resources, changelog);
            if (changelogs.isPresent()) {
                changelogs.get().keep(owner, changelog, text);
            }
            String hash = hash(text);
            if (!hash.equals(recorded(connection, owner))) {
                long began = System.nanoTime();
                update(connection, owner, resources, changelog);
                record(connection, owner, hash);
                log.info(
                        "Migrated {} in {} ms",
                        owner,
                        Duration.ofNanos(System.nanoTime() - began).toMillis());
            }
        } catch (IOException | SQLException | LiquibaseException e) {
            throw new IllegalStateException("migration " + changelog + " of " + owner + ": " + e.getMessage(), e);
        }
    }

    /**
     * What ran.
     *
     * @return the changelogs kept in the home
     * @throws IllegalStateException of a database without a home
     */
    public Changelogs changelogs() {
        return changelogs.orElseThrow(() -> new IllegalStateException("this database has no home"));
    }

    private static byte[] text(ClassLoader resources, String changelog) throws IOException {
        try (InputStream in = resources.getResourceAsStream(changelog)) {
            if (in == null) {
                throw new IOException("no such resource");
            }
            return in.readAllBytes();
        }
    }

    private static String hash(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String recorded(Connection connection, String owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select sha256 from migrated where owner = ?")) {
            select.setString(1, owner);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void record(Connection connection, String owner, String hash) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement delete = connection.prepareStatement("delete from migrated where owner = ?");
                PreparedStatement insert = connection.prepareStatement("insert into migrated values (?, ?)")) {
            delete.setString(1, owner);
            delete.executeUpdate();
            insert.setString(1, owner);
            insert.setString(2, hash);
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, String owner, ClassLoader resources, String changelog)
            throws LiquibaseException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try {
            Map<String, Object> scope = Map.of(
                    Scope.Attr.resourceAccessor.name(),
                    new ClassLoaderResourceAccessor(resources),
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    "liquibase.analytics.enabled",
                    false);
            Scope.child(scope, () -> {
                liquibase.database.Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                database.setDatabaseChangeLogTableName(table(owner));
                new CommandScope("update")
                        .addArgumentValue("changelogFile", changelog)
                        .addArgumentValue("database", database)
                        .addArgumentValue("showSummary", UpdateSummaryEnum.OFF)
                        .execute();
            });
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) { // what Liquibase's signature leaves no choice about
            throw new LiquibaseException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String table(String owner) {
        return "cl_"
                + owner.replace("io.patchbay.", "")
                        .replaceAll("[^A-Za-z0-9]", "_")
                        .toLowerCase(Locale.ROOT);
    }
}
