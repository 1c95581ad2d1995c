// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.store.Database;
import io.patchbay.store.Dialect;
import io.patchbay.store.Home;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.postgresql.ds.PGSimpleDataSource;

/** The database behind a HikariCP pool. It waits for its configuration: never a moment on the wrong database. */
@Component(
        service = {Database.class, PooledDatabase.class, MeterSource.class},
        configurationPid = StoreConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StoreConfig.class)
public final class PooledDatabase implements Database, MeterSource, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration FIRST_CONNECT = Duration.ofSeconds(30);

    private static final Meter CONNECTIONS =
            Meter.gauge("patchbay_database_connections", "Connections of the pool: active, idle", "state");
    private static final Meter WAITING =
            Meter.gauge("patchbay_database_threads_waiting", "Threads that wait for a connection of the pool");
    private static final Meter MOST =
            Meter.gauge("patchbay_database_connections_max", "The most connections that the pool may hold");

    private final GatedPool pool;
    private final Dialect dialect;
    private final DataSource direct;

    /**
     * The configured database.
     *
     * @param home for {@code ${home}}
     * @param config where it is
     */
    @Activate
    public PooledDatabase(@Reference Home home, StoreConfig config) {
        this(source(home, config.url(), config.user(), config.password()), config.poolSize(), home);
    }

    /** Of another number of arguments than the other: the container tells constructors apart by that. */
    private PooledDatabase(DataSource direct, int poolSize, Home home) {
        this.direct = direct;
        pool = pool(direct, poolSize);
        try {
            dialect = dialect(pool);
            if (home != null) {
                new Installation(home.data().resolve("installation")).check(pool);
            }
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * A pool over a given source.
     *
     * @param source gives connections to H2 or PostgreSQL
     * @param poolSize how many are held
     * @return the database
     */
    public static PooledDatabase over(DataSource source, int poolSize) {
        return new PooledDatabase(source, poolSize, null);
    }

    private static GatedPool pool(DataSource source, int poolSize) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("patchbay-database");
        hikari.setDataSource(source);
        hikari.setMaximumPoolSize(poolSize);
        hikari.setConnectionTimeout(CONNECT.toMillis());
        hikari.setInitializationFailTimeout(FIRST_CONNECT.toMillis());
        return new GatedPool(hikari);
    }

    /**
     * Connections without a pool.
     *
     * @param home for {@code ${home}}
     * @param configured JDBC address as in the configuration
     * @param user who connects
     * @param password his password
     * @return opens a connection for each call
     */
    public static DataSource source(Home home, String configured, String user, String password) {
        String url = configured.replace("${home}", home.root().toString());
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setReWriteBatchedInserts(true); // a batch goes as one multi-row insert
            source.setUser(user);
            source.setPassword(password);
            return source;
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static Dialect dialect(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.equals("PostgreSQL") ? Dialect.POSTGRESQL : Dialect.H2;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Connections beside the pool, which a {@link #hold} does not touch.
     *
     * @return opens a connection for each call
     */
    public DataSource direct() {
        return direct;
    }

    /** While it is open nobody gets a connection of the pool. */
    public interface Hold extends AutoCloseable {
        /** Nobody ever gets one again: the database is left. */
        void forGood();

        @Override
        void close();
    }

    /**
     * Waits until all connections of the pool are back and gives none until the hold is closed; who asks waits up to 5
     * s for it.
     *
     * @return to be closed by the same thread
     * @throws SQLException if a connection is not given back within 30 s
     */
    public Hold hold() throws SQLException {
        return pool.hold();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public void force() throws SQLException {
        if (dialect == Dialect.H2) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    @Override
    public List<Meter> meters() {
        return List.of(CONNECTIONS, WAITING, MOST);
    }

    @Override
    public void measure(Readings readings) {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        readings.value(CONNECTIONS, state.getActiveConnections(), "active");
        readings.value(CONNECTIONS, state.getIdleConnections(), "idle");
        readings.value(WAITING, state.getThreadsAwaitingConnection());
        readings.value(MOST, pool.getMaximumPoolSize());
    }

    @Deactivate
    @Override
    public void close() {
        pool.close();
    }
}
