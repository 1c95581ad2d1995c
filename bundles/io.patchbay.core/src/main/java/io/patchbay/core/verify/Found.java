// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.command.Problem;
import io.patchbay.api.journal.Finding;
import io.patchbay.api.journal.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found so far: listed up to a bound, counted beyond. */
final class Found {
    private final List<Finding> listed = new ArrayList<>();
    private long more;

    void add(Finding finding) {
        if (listed.size() < Verification.LISTED) {
            listed.add(finding);
        } else {
            more++;
        }
    }

    /** Something about an entry; {0} is its number. */
    void entry(long seq, String code, String english, String chinese, Object... values) {
        add(new Finding(Optional.of(seq), "entry", Long.toString(seq), words(seq, code, english, chinese, values)));
    }

    /** Something kept beside an entry. */
    void kept(long seq, String place, String id, String code, String english, String chinese) {
        add(new Finding(Optional.of(seq), place, id, Problem.of(code, english, chinese, Long.toString(seq), id)));
    }

    /** A row of a table; {0} is the table, {1} the row's key. */
    void row(String table, String id, String code, String english, String chinese) {
        add(new Finding(Optional.empty(), table, id, Problem.of(code, english, chinese, table, id)));
    }

    private static Problem words(long seq, String code, String english, String chinese, Object... values) {
        List<Object> all = new ArrayList<>(List.of(Long.toString(seq)));
        all.addAll(List.of(values));
        return Problem.of(code, english, chinese, all.toArray());
    }

    List<Finding> listed() {
        return listed;
    }

    long more() {
        return more;
    }

    long count() {
        return listed.size() + more;
    }

    Verification.Report report(long entries, long heads) {
        return new Verification.Report(entries, heads, listed, more);
    }
}
