// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.store.JournalChain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Component;

/** Recomputes the chain from the first line on, some thousand lines at a time. */
@Component(service = JournalChain.class)
public final class ChainCheck implements JournalChain {
    private static final int LINES = 5_000;

    @Override
    public long firstAltered(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            long head = JournalTable.head(connection).seq();
            String previous = Line.GENESIS;
            long seq = 0;
            while (seq < head) {
                List<Line> lines = JournalTable.after(connection, seq, LINES);
                if (lines.isEmpty()) {
                    return seq + 1;
                }
                for (Line line : lines) {
                    if (line.seq() != seq + 1 || !line.chained(previous).equals(line.hash()) || !ciphersFit(line)) {
                        return seq + 1;
                    }
                    seq = line.seq();
                    previous = line.hash();
                }
            }
            return 0;
        }
    }

    private static boolean ciphersFit(Line line) {
        return line.sealed().stream().allMatch(Ciphers::fits);
    }
}
