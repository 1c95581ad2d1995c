// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import org.apache.camel.AsyncCallback;

/** One step of an exchange that has begun and not ended. Guarded by its {@link Running}. */
final class Step {
    final String node;
    final AsyncCallback callback;

    /** Who is inside; null once it has returned and only its answer is awaited. */
    Thread inside = Thread.currentThread();

    Step(String node, AsyncCallback callback) {
        this.node = node;
        this.callback = callback;
    }
}
