// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import io.patchbay.api.command.Problem;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.journal.Finding;
import io.patchbay.api.journal.Journal;
import io.patchbay.spi.journal.JournalCheck;
import io.patchbay.store.Database;
import io.patchbay.trace.index.IndexCheck;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds the index of acts against the journal. */
@Component
public final class IndexCheckComponent implements JournalCheck {
    private final IndexCheck check;

    @Activate
    public IndexCheckComponent(
            @Reference TraceComponent migrated,
            @Reference Database database,
            @Reference Journal journal,
            @Reference ContentVault vault) {
        check = new IndexCheck(database.dataSource(), journal, vault);
    }

    @Override
    public void check(Consumer<Finding> found) {
        check.disagreeing()
                .forEach(seq -> found.accept(new Finding(
                        Optional.of(seq),
                        "trace_entry",
                        Long.toString(seq),
                        Problem.of(
                                "trace-altered",
                                "The row of entry {0} in the index of acts is not what the journal says.",
                                "审计索引中条目 {0} 的行与日志不符。",
                                Long.toString(seq)))));
    }
}
