// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What shall happen after the commit of the transactions that run on each thread; shared by all units. */
@Component(service = CommitHooks.class, immediate = true) // there before two threads ask for it at once
public final class CommitHooks {
    @SuppressWarnings("ThreadLocalUsage") // one a store
    private final ThreadLocal<Deque<List<Runnable>>> running = ThreadLocal.withInitial(ArrayDeque::new);

    /** A transaction begins on this thread. */
    public void begin() {
        running.get().push(new ArrayList<>());
    }

    /**
     * The newest transaction of this thread is over.
     *
     * @return what was to be done after its commit
     */
    public List<Runnable> end() {
        Deque<List<Runnable>> open = running.get();
        List<Runnable> hooks = open.pop();
        if (open.isEmpty()) {
            running.remove();
        }
        return hooks;
    }

    /**
     * Adds to the newest transaction of this thread; what is already there is not added again.
     *
     * @param action what to do
     * @throws IllegalStateException if none runs
     */
    public void add(Runnable action) {
        List<Runnable> hooks = running.get().peek();
        if (hooks == null) {
            throw new IllegalStateException("no transaction runs on this thread");
        }
        if (!hooks.contains(action)) {
            hooks.add(action);
        }
    }
}
