// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import java.time.Duration;

/** Does something after a while. */
@FunctionalInterface
interface Later {
    /** Runs it once, on any thread. */
    void after(Duration pause, Runnable work);
}
