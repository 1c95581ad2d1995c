// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
        service = {Database.class, MeterSource.class},
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

    private final HikariDataSource pool;
    private final Dialect dialect;

    /**
     * The configured database.
     *
     * @param home for {@code ${home}}
     * @param config where it is
     */
    @Activate
    public PooledDatabase(@Reference Home home, StoreConfig config) {
        this(pool(source(config.url().replace("${home}", home.root().toString()), config), config.poolSize()));
    }

    /** Of another number of arguments than the other: the container tells constructors apart by that. */
    private PooledDatabase(HikariDataSource pool) {
        this.pool = pool;
        dialect = dialect(pool);
    }

    /**
     * A pool over a given source.
     *
     * @param source gives connections to H2 or PostgreSQL
     * @param poolSize how many are held
     * @return the database
     */
    public static PooledDatabase over(DataSource source, int poolSize) {
        return new PooledDatabase(pool(source, poolSize));
    }

    private static HikariDataSource pool(DataSource source, int poolSize) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("patchbay-database");
        hikari.setDataSource(source);
        hikari.setMaximumPoolSize(poolSize);
        hikari.setConnectionTimeout(CONNECT.toMillis());
        hikari.setInitializationFailTimeout(FIRST_CONNECT.toMillis());
        return new HikariDataSource(hikari);
    }

    private static DataSource source(String url, StoreConfig config) {
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setReWriteBatchedInserts(true); // a batch goes as one multi-row insert
            source.setUser(config.user());
            source.setPassword(config.password());
            return source;
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(config.user());
        source.setPassword(config.password());
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
