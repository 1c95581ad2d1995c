// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.edge.Request;
import io.patchbay.sip.transaction.ServerTransaction;

/** What lies behind the gate. Called on receiving threads; returns at once. */
public interface Passage {
    /** Whether a request within a dialog is for a call of ours. */
    boolean knows(Request request);

    /** A new INVITE or REGISTER. */
    void admitted(Object party, Request request, ServerTransaction transaction);

    /** A request within a dialog of ours, other than ACK. */
    void within(Request request, ServerTransaction transaction);

    /** An ACK within a dialog of ours. */
    void acknowledged(Request ack);
}
