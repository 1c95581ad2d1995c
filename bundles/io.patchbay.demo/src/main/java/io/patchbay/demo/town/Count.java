// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.interaction.Outcome;
import io.patchbay.demo.api.TownState;

/** What came of one channel. On the town's thread. */
final class Count {
    private long begun;
    private int open;
    private long handled;
    private long abandoned;
    private long failed;

    void begin() {
        begun++;
        open++;
    }

    void end(Outcome outcome) {
        open--;
        switch (outcome) {
            case HANDLED -> handled++;
            case ABANDONED -> abandoned++;
            default -> failed++;
        }
    }

    TownState.Tally tally() {
        return new TownState.Tally(begun, open, handled, abandoned, failed);
    }
}
