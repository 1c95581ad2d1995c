// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.slot;

import java.time.Duration;

/** Runs something later. The thing is handed to a slot at once, so a timer's thread never decides. */
@FunctionalInterface
public interface Timers {
    /**
     * Runs it once.
     *
     * @return takes it back if it has not run
     */
    Runnable after(Duration delay, Runnable run);
}
