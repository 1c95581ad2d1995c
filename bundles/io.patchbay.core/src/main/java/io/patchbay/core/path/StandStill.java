// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;

/** All slots stand still between two turns, so that one thread may move things from one to another. */
final class StandStill implements AutoCloseable {
    private final CountDownLatch standing;
    private final CountDownLatch goOn = new CountDownLatch(1);

    private StandStill(int slots) {
        standing = new CountDownLatch(slots);
    }

    static StandStill of(Collection<QueueGroup> groups) {
        StandStill still = new StandStill(groups.size());
        groups.forEach(group -> group.slot().execute(turn -> still.stand()));
        await(still.standing);
        return still;
    }

    private void stand() {
        standing.countDown();
        await(goOn);
    }

    void release() {
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
    }
}
