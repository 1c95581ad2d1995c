// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

/** Takes incoming calls. */
@FunctionalInterface
public interface CallTaker {
    /**
     * A new call of an admitted party. Called on the call's worker thread; must return soon, answers may come later and
     * from any thread.
     *
     * @param call unanswered
     * @return who hears what happens to it
     */
    CallListener incoming(IncomingCall call);
}
