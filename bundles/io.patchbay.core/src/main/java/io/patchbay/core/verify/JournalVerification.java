// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.journal.Verification;
import io.patchbay.core.restart.SnapshotProof;
import io.patchbay.spi.journal.JournalCheck;
import io.patchbay.store.KeyProof;
import io.patchbay.store.content.ContentFiles;
import io.patchbay.store.recording.RecordingFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** All proofs, one after the other, over one connection. */
public final class JournalVerification implements Verification {
    private static final int LOOKS_AT_WRITER = 40;
    private static final long LOOK_NANOS = 50_000_000;

    private final Parts parts;

    /**
     * What is verified.
     *
     * @param source the database
     * @param keys wrapped keys
     * @param files attachments
     * @param recordings recorded sound
     * @param head the newest entry that the running writer knows
     * @param heads the home's own file of heads
     * @param checks of other bundles, as there are now
     */
    public record Parts(
            DataSource source,
            KeyProof keys,
            ContentFiles files,
            RecordingFiles recordings,
            LongSupplier head,
            Supplier<Optional<Path>> heads,
            Supplier<List<JournalCheck>> checks) {}

    /** Verifies these. */
    public JournalVerification(Parts parts) {
        this.parts = parts;
    }

    /** The id of the installation that a database belongs to. */
    public static String installation(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return installation(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the installation's id cannot be read: " + e.getMessage(), e);
        }
    }

    private static String installation(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from installation");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : "-";
        }
    }

    @Override
    public synchronized Report verify(Optional<Path> heads) {
        Found found = new Found();
        try (Connection connection = parts.source().getConnection()) {
            long head = parts.head().getAsLong();
            RawJournal journal = new RawJournal(connection);
            long entries = entries(connection, journal, head, found);
            new TableProof(connection, found).prove();
            HeadProof proof = new HeadProof(journal, installation(connection), found);
            if (parts.heads().get().isPresent()) {
                proof.prove(parts.heads().get().get(), false);
            }
            if (heads.isPresent()) {
                proof.prove(heads.get(), true);
            }
            parts.checks().get().forEach(check -> check.check(found::add));
            return found.report(entries, proof.compared());
        } catch (SQLException e) {
            throw new IllegalStateException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether the writer has written nothing since: a group can be read a moment before he counts it. */
    private boolean stands(long head) {
        for (int i = 0; i < LOOKS_AT_WRITER && parts.head().getAsLong() == head; i++) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return parts.head().getAsLong() == head;
    }

    /** What is written while it is read is left for the next time. */
    private long entries(Connection connection, RawJournal journal, long head, Found found) throws SQLException {
        ChainProof chain = new ChainProof(found);
        SealProof seals = new SealProof(parts.keys(), found);
        FileProof files = new FileProof(parts.files(), parts.recordings(), seals::gone, found);
        Optional<SnapshotProof> snapshot = SnapshotProof.of(connection);
        journal.each(lines -> {
            chain.take(lines);
            seals.take(connection, lines);
            files.take(lines);
            snapshot.ifPresent(proof -> proof.take(readable(lines)));
        });
        if (chain.seq() <= head || stands(head)) {
            chain.end(head);
        }
        seals.end();
        if (snapshot.isPresent() && !snapshot.get().fits()) {
            found.row(
                    "core_snapshot",
                    snapshot.get().id(),
                    "snapshot-altered",
                    "The snapshot of entry {1} is not what the entries before add up to.",
                    "条目 {1} 处的快照与之前的条目不符。");
        }
        return chain.seq();
    }

    private static List<JournalEntry> readable(List<RawLine> lines) {
        return lines.stream().flatMap(line -> readable(line).stream()).toList();
    }

    /** The chain names a line that cannot be read. */
    private static Optional<JournalEntry> readable(RawLine line) {
        try {
            return Optional.of(line.entry());
        } catch (RuntimeException altered) {
            return Optional.empty();
        }
    }
}
