// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Who takes what the SMSC brings. Called by the connection's reader, in the order of arrival: returns at once. */
public interface Hearer {
    /** Something came; the SMSC is told the command_status once the stage completes, TRY_AGAIN if it fails. */
    CompletionStage<Integer> heard(Delivery delivery);

    /** What was answered on this connection before that moment has certainly reached the SMSC. */
    void proven(String link, Instant before);
}
