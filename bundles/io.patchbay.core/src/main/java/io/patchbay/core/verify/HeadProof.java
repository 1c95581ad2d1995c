// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.core.witness.HeadFile;
import io.patchbay.core.witness.HeadLine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Whether the journal still holds the heads that were written down outside: a whole new chain cannot. */
final class HeadProof {
    private final RawJournal journal;
    private final String installation;
    private final Found found;
    private long compared;

    HeadProof(RawJournal journal, String installation, Found found) {
        this.journal = journal;
        this.installation = installation;
        this.found = found;
    }

    void prove(Path heads, boolean asked) throws SQLException {
        long before = compared;
        try {
            for (HeadLine head : HeadFile.read(heads, installation)) {
                compare(head);
            }
        } catch (IOException e) {
            unreadable(heads);
            return;
        }
        if (asked && compared == before) {
            unreadable(heads);
        }
    }

    private void unreadable(Path heads) {
        found.row(
                "heads",
                heads.getFileName().toString(),
                "heads-unreadable",
                "The file {1} holds no head hash of this installation.",
                "文件 {1} 中没有本系统的链首哈希。");
    }

    private void compare(HeadLine head) throws SQLException {
        compared++;
        Optional<String> there = journal.hash(head.seq());
        if (there.isEmpty()) {
            found.entry(
                    head.seq(),
                    "head-missing",
                    "Entry {0} is missing: its hash was written down on {1}.",
                    "条目 {0} 缺失：其哈希曾于 {1} 写出。",
                    head.at().toString());
        } else if (!there.get().equals(head.hash())) {
            found.entry(
                    head.seq(),
                    "head-differs",
                    "Entry {0} or one before it was written anew: another hash was written down on {1}.",
                    "条目 {0} 或其之前的条目被重写：{1} 写出的哈希与现在不同。",
                    head.at().toString());
        }
    }

    long compared() {
        return compared;
    }
}
