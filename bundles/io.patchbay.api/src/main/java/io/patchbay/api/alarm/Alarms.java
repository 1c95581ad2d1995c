// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.alarm;

import io.patchbay.api.watch.Watch;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The alarms of this node, from memory: they are there too while the database is not. Safe for any thread. */
@ProviderType
public interface Alarms {
    /** The permission to see them; who may supervise the floor or operate the system sees them too. */
    String SEE = "alarm.see";

    /**
     * The alarms that are not over.
     *
     * @return critical ones first, then the newest first
     */
    List<Alarm> open();

    /**
     * Alarms that are over.
     *
     * @param limit how many at most, 1 to 500
     * @return the newest first
     */
    List<Alarm> past(int limit);

    /**
     * Follows them.
     *
     * @param changed runs after each change, on a thread of Patchbay's that it must not block
     * @return ends it
     */
    Watch watch(Runnable changed);
}
