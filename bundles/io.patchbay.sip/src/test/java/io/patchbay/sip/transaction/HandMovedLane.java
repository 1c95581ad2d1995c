// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A lane whose time moves by hand. */
final class HandMovedLane implements Lane {
    private record Task(long at, Runnable run) {}

    private final List<Task> tasks = new ArrayList<>();
    private long now;

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public Pending after(long millis, Runnable run) {
        Task task = new Task(now + millis, run);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    /** Moves time on and runs what is due, in order. */
    void pass(long millis) {
        long until = now + millis;
        Optional<Task> next = due(until);
        while (next.isPresent()) {
            tasks.remove(next.get());
            now = next.get().at();
            next.get().run().run();
            next = due(until);
        }
        now = until;
    }

    long now() {
        return now;
    }

    private Optional<Task> due(long until) {
        return tasks.stream().filter(task -> task.at() <= until).min(Comparator.comparingLong(Task::at));
    }
}
