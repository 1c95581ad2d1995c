// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.witness;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the journal at a moment, as it is written down outside the database.
 *
 * @param seq the newest entry
 * @param at when it was looked at
 * @param hash its hash
 * @param installation whose journal
 */
public record HeadLine(long seq, Instant at, String hash, String installation) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\S+) ([0-9a-f]{64}) (\\S+)");

    /** As a line of the file, without its end. */
    public String text() {
        return seq + " " + at + " " + hash + " " + installation;
    }

    /** Reads a line of the file; empty if it is none, for example one that a power cut shortened. */
    public static Optional<HeadLine> parse(String line) {
        Matcher form = FORM.matcher(line.strip());
        return form.matches()
                ? Optional.of(new HeadLine(
                        Long.parseLong(form.group(1)), Instant.parse(form.group(2)), form.group(3), form.group(4)))
                : Optional.empty();
    }

    /** As a syslog message (RFC 5424, 6): facility 13 (log audit), severity 5 (notice). */
    public String syslog(String host, long process) {
        return "<109>1 " + at + " " + host + " patchbay " + process + " journal-head [head@32473 seq=\"" + seq
                + "\" hash=\"" + hash + "\" installation=\"" + installation + "\"] " + text();
    }
}
