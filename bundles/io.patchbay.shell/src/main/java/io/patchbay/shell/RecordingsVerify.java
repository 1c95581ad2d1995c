// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.recording.RecordingsCheck;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:recordings-verify}: names each recording that is missing, altered, cut or unreadable. */
@Service
@Command(
        scope = "patchbay",
        name = "recordings-verify",
        description = "Unseals every second of every recording and holds it against the journal")
public final class RecordingsVerify implements Action {
    private static final int SECONDS_PER_HOUR = 3_600;

    @Reference
    private RecordingsCheck recordings;

    /** Made by the shell. */
    public RecordingsVerify() {}

    @Override
    public Object execute() {
        RecordingsCheck.Report report = recordings.check(far -> System.out.println(far.recordings() + " recordings, "
                + far.seconds() / SECONDS_PER_HOUR + " h, " + far.findings() + " findings …"));
        report.findings().forEach(finding -> System.out.println(finding.words().text(Locale.ENGLISH)));
        if (report.more() > 0) {
            System.out.println("… and " + report.more() + " more");
        }
        if (!report.whole()) {
            throw new IllegalStateException("Recordings were altered: "
                    + (report.findings().size() + report.more()) + " findings in " + report.recordings()
                    + " recordings");
        }
        return Doing.said("The recordings are whole: " + report.recordings() + " with " + report.seconds()
                + " s unsealed, " + report.erased() + " erased");
    }
}
