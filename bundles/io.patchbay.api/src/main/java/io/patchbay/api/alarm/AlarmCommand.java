// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.alarm;

import io.patchbay.api.command.Command;
import java.util.Objects;

/** What people do with alarms. */
public sealed interface AlarmCommand extends Command {
    /** The permission all of them need. */
    String PERMISSION = "alarm.acknowledge";

    /**
     * {@code alarm.acknowledge}: whoever says so looks after it; the first one counts.
     *
     * @param alarm its id
     */
    record Acknowledge(String alarm) implements AlarmCommand {
        public Acknowledge {
            Objects.requireNonNull(alarm, "alarm");
        }
    }
}
