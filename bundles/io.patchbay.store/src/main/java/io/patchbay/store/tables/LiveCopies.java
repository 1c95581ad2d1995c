// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import io.patchbay.api.command.Problem;
import io.patchbay.store.Home;
import io.patchbay.store.JournalChain;
import io.patchbay.store.copy.Copied;
import io.patchbay.store.copy.CopyFailed;
import io.patchbay.store.copy.CopyTarget;
import io.patchbay.store.copy.DatabaseCopies;
import io.patchbay.store.database.Changelogs;
import io.patchbay.store.database.LiquibaseMigrations;
import io.patchbay.store.database.PooledDatabase;
import io.patchbay.store.database.StoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies of the running database. */
@Component(service = DatabaseCopies.class)
public final class LiveCopies implements DatabaseCopies {
    private static final Logger log = LoggerFactory.getLogger(LiveCopies.class);

    private final Home home;
    private final PooledDatabase database;
    private final Changelogs changelogs;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile JournalChain chain;

    /**
     * Copies of a database.
     *
     * @param home where its configuration is
     * @param database which
     * @param changelogs what made its tables
     */
    @Activate
    public LiveCopies(
            @Reference Home home, @Reference PooledDatabase database, @Reference LiquibaseMigrations changelogs) {
        this.home = home;
        this.database = database;
        this.changelogs = changelogs.changelogs();
    }

    @Override
    public synchronized Copied snapshot(Path file) {
        String base = file.toString().replaceFirst("\\.mv\\.db$", "");
        CopyTarget target = new CopyTarget("jdbc:h2:file:" + base + ";MODE=PostgreSQL", "patchbay", "");
        try {
            Copied copied = copy(target);
            try (Connection last = source(target).getConnection()) {
                last.createStatement().execute("shutdown compact");
            }
            return copied;
        } catch (SQLException | CopyFailed e) {
            remove(file);
            throw e instanceof CopyFailed failed ? failed : failed(target, (SQLException) e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} is of no use and cannot be removed", file, e);
        }
    }

    @Override
    public synchronized Copied copy(CopyTarget target) {
        DataSource there = source(target);
        prepare(target, there);
        try {
            Copied copied = run(there, true);
            verifyChain(target, there);
            return copied;
        } catch (SQLException e) {
            throw failed(target, e);
        }
    }

    @Override
    public synchronized Copied goOver(CopyTarget target) {
        Copied first = copy(target);
        log.info("{} rows are at {}; the rest follows while nobody writes", first.rows(), target);
        try (PooledDatabase.Hold hold = database.hold()) {
            Copied copied = run(source(target), false);
            new StoreFile(home.etc().resolve(StoreConfig.PID + ".cfg")).name(target);
            hold.forGood();
            return copied;
        } catch (SQLException e) {
            throw failed(target, e);
        }
    }

    private Copied run(DataSource there, boolean frozen) throws SQLException {
        try (DatabaseCopy copy = new DatabaseCopy(database.direct().getConnection(), there.getConnection())) {
            return copy.run(frozen);
        }
    }

    private DataSource source(CopyTarget target) {
        return PooledDatabase.source(home, target.url(), target.user(), TargetPassword.of(target, home));
    }

    private void prepare(CopyTarget target, DataSource there) {
        try (PooledDatabase made = PooledDatabase.over(there, 2)) {
            changelogs.runOn(new LiquibaseMigrations(made));
        } catch (RuntimeException e) {
            throw failed(target, e);
        }
    }

    private void verifyChain(CopyTarget target, DataSource there) throws SQLException {
        JournalChain journal = chain;
        if (journal == null) {
            return; // without a core there is no journal
        }
        long altered = journal.firstAltered(there);
        if (altered != 0) {
            throw new CopyFailed(
                    Problem.of(
                            "copy-chain",
                            "The journal''s chain does not hold in {0}: first bad entry {1}. Check the original with patchbay:journal-verify.",
                            "{0} 中的日志链不完整：第一条异常记录为 {1}。请用 patchbay:journal-verify 检查原库。",
                            target,
                            altered),
                    null);
        }
    }

    private static CopyFailed failed(CopyTarget target, Exception cause) {
        return new CopyFailed(
                Problem.of(
                        "copy-failed",
                        "The copy to {0} failed: {1}. Mend that and run it again; what was copied is kept.",
                        "复制到 {0} 失败：{1}。请处理后重新执行，已复制的内容会保留。",
                        target,
                        cause.getMessage()),
                cause);
    }
}
