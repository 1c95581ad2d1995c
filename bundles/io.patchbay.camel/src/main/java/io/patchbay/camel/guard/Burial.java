// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Where exchanges go that failed in the end and that nobody sends again. */
@FunctionalInterface
public interface Burial {
    /** The exchange's property that asks for it, whatever the endpoint and whether the failure was handled. */
    String WANTED = "PatchbayDeadLetter";

    /** The exchange's property of one that was a dead letter: it is not buried again. */
    String REPLAYED = "PatchbayReplayed";

    /**
     * Keeps one. May wait for the database.
     *
     * @param exchange as it ended
     * @param original its message as it came
     * @param route where it began
     * @param reason why it failed
     */
    void bury(Exchange exchange, Message original, String route, Throwable reason);
}
