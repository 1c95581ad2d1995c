// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.witness;

import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Tells the journal's head to a file and to syslog, whenever it has moved since the last time. */
public final class Witness {
    private final Journal journal;
    private final String installation;
    private final Optional<HeadFile> file;
    private final Optional<SyslogSender> syslog;
    private final String host;
    private final InstantSource clock;
    private long told;

    /** Tells both, where there are such. */
    public Witness(
            Journal journal,
            String installation,
            Optional<HeadFile> file,
            Optional<SyslogSender> syslog,
            String host,
            InstantSource clock) {
        this.journal = journal;
        this.installation = installation;
        this.file = file;
        this.syslog = syslog;
        this.host = host;
        this.clock = clock;
    }

    /** Looks and tells. Called by one thread. */
    public void tell() {
        long seq = journal.head();
        if (seq == told || seq == 0) {
            return;
        }
        List<JournalEntry> newest = journal.read(seq - 1, 1);
        if (newest.isEmpty()) {
            return;
        }
        JournalEntry entry = newest.get(0);
        HeadLine head =
                new HeadLine(entry.seq(), clock.instant().truncatedTo(ChronoUnit.MILLIS), entry.hash(), installation);
        syslog.ifPresent(
                sender -> sender.send(head.syslog(host, ProcessHandle.current().pid())));
        try {
            if (file.isPresent()) {
                file.get().append(head);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of journal heads takes nothing", e);
        }
        told = seq;
    }
}
