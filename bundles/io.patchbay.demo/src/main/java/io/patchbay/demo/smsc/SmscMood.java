// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.smsc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How the SMSC behaves next; changed while it works. */
public final class SmscMood {
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private int answersToLose;
    private Duration delay = Duration.ZERO;
    private Receipts receipts = Receipts.DELIVERED;

    /** Which receipts come. */
    public enum Receipts {
        /** None. */
        OFF,
        /** All arrive. */
        DELIVERED,
        /** None arrives. */
        FAILED,
        /** All arrive, told before the answer to the submission. */
        EARLY,
        /** All arrive, told by parameters and with decimal ids where the answer had hexadecimal ones. */
        PARAMETERS
    }

    /** The next submissions get a command_status; 0x58 throttles, 0x14 is a full queue. */
    public synchronized void refuse(int times, int status) {
        for (int i = 0; i < times; i++) {
            statuses.add(status);
        }
    }

    synchronized int status() {
        return statuses.isEmpty() ? 0 : statuses.poll();
    }

    /** The next submissions are taken, and the connection breaks before the answer. */
    public synchronized void loseAnswers(int times) {
        answersToLose = times;
    }

    synchronized boolean losesAnswer() {
        return answersToLose > 0 && answersToLose-- > 0;
    }

    /** Answers come later. */
    public synchronized void delay(Duration by) {
        delay = by;
    }

    synchronized Duration delay() {
        return delay;
    }

    /** Which receipts come from now on. */
    public synchronized void receipts(Receipts wanted) {
        receipts = wanted;
    }

    synchronized Receipts receipts() {
        return receipts;
    }
}
