// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.record;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A bounded queue between one thread that puts and one that takes; neither ever waits. */
final class SpscRing<T> {
    private final AtomicReferenceArray<T> slots;
    private final AtomicInteger size = new AtomicInteger();
    private int head;
    private int tail;

    SpscRing(int capacity) {
        slots = new AtomicReferenceArray<>(capacity);
    }

    boolean offer(T item) {
        if (size.get() == slots.length()) {
            return false;
        }
        slots.setRelease(head, item);
        head = (head + 1) % slots.length();
        size.incrementAndGet();
        return true;
    }

    /** Null if there is none: nothing is allocated here. */
    T poll() {
        if (size.get() == 0) {
            return null;
        }
        T item = slots.getAcquire(tail);
        slots.setRelease(tail, null);
        tail = (tail + 1) % slots.length();
        size.decrementAndGet();
        return item;
    }

    int size() {
        return size.get();
    }
}
