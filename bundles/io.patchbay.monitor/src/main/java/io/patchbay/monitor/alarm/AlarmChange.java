// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.alarm;

import io.patchbay.api.alarm.Alarm;

/**
 * What became of an alarm.
 *
 * @param kind what
 * @param alarm as it is now
 * @param told whether people are told; not if it came back soon after it was cleared
 */
public record AlarmChange(Kind kind, Alarm alarm, boolean told) {
    /** What can become of an alarm. */
    public enum Kind {
        /** It began. */
        RAISED,
        /** It became critical. */
        ESCALATED,
        /** Somebody looks after it. */
        ACKNOWLEDGED,
        /** It is over. */
        CLEARED;

        /** As programs name it. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
