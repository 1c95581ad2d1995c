// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.journal.Finding;
import io.patchbay.api.journal.Verification;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:journal-verify}: names everything that was altered; fails with the first bad entry's number. */
@Service
@Command(
        scope = "patchbay",
        name = "journal-verify",
        description = "Holds the journal, its content, files, recordings and tables against each other")
public final class JournalVerify implements Action {
    @Option(name = "--heads", description = "A file of head hashes that was kept elsewhere, compared too")
    private String heads = "";

    @Reference
    private Verification verification;

    /** Made by the shell. */
    public JournalVerify() {}

    @Override
    public Object execute() {
        Verification.Report report = verification.verify(
                Optional.of(heads).filter(file -> !file.isEmpty()).map(Path::of));
        report.findings().forEach(finding -> System.out.println(finding.words().text(Locale.ENGLISH)));
        if (report.more() > 0) {
            System.out.println("… and " + report.more() + " more");
        }
        if (!report.whole()) {
            String first = report.findings().stream()
                    .flatMap(finding -> finding.seq().stream())
                    .min(Long::compare)
                    .map(seq -> "first bad entry " + seq)
                    .orElseGet(() -> place(report.findings().get(0)));
            throw new IllegalStateException("The journal was altered: " + first);
        }
        return Doing.said(
                "The journal is whole: " + report.entries() + " entries, " + report.heads() + " head hashes compared");
    }

    private static String place(Finding finding) {
        return finding.place() + " " + finding.id();
    }
}
