// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

/** Decides who may have state here. Asked once for each new request that RFC 3261 itself does not refuse. */
@FunctionalInterface
public interface Admission {
    /**
     * Weighs a request. Called on a receiving thread before any transaction exists: returns at once, no I/O, no DNS, no
     * locks held long. Not called for ACK, CANCEL and requests inside a dialog of ours; called for INVITE, REGISTER and
     * OPTIONS.
     *
     * @param request what arrived
     * @return what to do with it
     */
    Verdict weigh(Arrived request);
}
