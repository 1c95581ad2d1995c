// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static java.util.Locale.ROOT;

/** The numbers of a queue, with their bounds and the part of the editor that has them. */
enum Amount {
    PRIORITY(Tab.PRIORITY, -100, 100),
    OFFICER(Tab.PRIORITY, 0, 600),
    DEDICATED(Tab.PRIORITY, 0, 600),
    SHARE(Tab.STEPS, 0, 100),
    WITHIN(Tab.STEPS, 1, 3_600),
    RING(Tab.STEPS, 5, 120),
    OVERTAKING(Tab.STEPS, 10, 3_600),
    WAITING(Tab.WAITING, 0, 10_000),
    LONGEST(Tab.WAITING, 0, 86_400),
    CALLBACK(Tab.WAITING, 0, 3_600),
    TRIES(Tab.WAITING, 1, 10),
    PAUSE(Tab.WAITING, 1, 1_440),
    LIMIT(Tab.WRAPUP, 10, 900),
    TIMES(Tab.WRAPUP, 1, 10);

    final Tab tab;
    final int least;
    final int most;

    Amount(Tab tab, int least, int most) {
        this.tab = tab;
        this.least = least;
        this.most = most;
    }

    String key() {
        return name().toLowerCase(ROOT);
    }
}
