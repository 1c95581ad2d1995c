// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

/**
 * One of a few threads; everything of one call happens on the lane of its Call-ID, in order, so its state needs no
 * lock.
 */
public interface Lane {
    /** Runs a task after those handed over before. Any thread. */
    void run(Runnable task);

    /** Runs a task later, on this lane. */
    Pending after(long millis, Runnable task);

    /** A task that may be called off. */
    @FunctionalInterface
    interface Pending {
        /** Calls it off; nothing if it ran already. */
        void cancel();

        /** Nothing to call off. */
        Pending NONE = () -> {};
    }
}
