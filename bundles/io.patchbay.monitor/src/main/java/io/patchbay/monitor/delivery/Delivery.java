// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.delivery;

import io.patchbay.monitor.alarm.AlarmChange;
import java.io.IOException;

/** One way in which people and systems hear of alarms. */
public interface Delivery {
    /** Its name in the log. */
    String name();

    /**
     * Delivers. Waits for the other side.
     *
     * @throws IOException if it should be tried again
     */
    void deliver(AlarmChange change) throws IOException;
}
