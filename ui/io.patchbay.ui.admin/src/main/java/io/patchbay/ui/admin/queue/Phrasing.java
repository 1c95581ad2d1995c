// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static java.util.Locale.ROOT;

/** The texts of a queue, with their greatest length and the part of the editor that has them. */
enum Phrasing {
    ID(Tab.BASICS, 64),
    NAME(Tab.BASICS, 80),
    CALENDAR(Tab.WAITING, 64),
    CHINESE(Tab.WAITING, 500),
    ENGLISH(Tab.WAITING, 500),
    RATE_CHINESE(Tab.WRAPUP, 500),
    RATE_ENGLISH(Tab.WRAPUP, 500);

    final Tab tab;
    final int most;

    Phrasing(Tab tab, int most) {
        this.tab = tab;
        this.most = most;
    }

    String key() {
        return name().toLowerCase(ROOT).replace('_', '-');
    }
}
