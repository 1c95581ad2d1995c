// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import java.util.TreeSet;

/** Which entries a consumer has seen and which are still under way. Safe for any thread. */
final class Progress {
    private final TreeSet<Long> unfinished = new TreeSet<>();
    private long seen;

    Progress(long seen) {
        this.seen = seen;
    }

    synchronized void begin(long seq) {
        unfinished.add(seq);
        seen = Math.max(seen, seq);
    }

    synchronized void pass(long seq) {
        seen = Math.max(seen, seq);
    }

    synchronized void end(long seq) {
        unfinished.remove(seq);
    }

    /** The last entry that need not come again. */
    synchronized long position() {
        return unfinished.isEmpty() ? seen : unfinished.first() - 1;
    }
}
