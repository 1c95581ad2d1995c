// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Person;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells when temporary rights begin or end. Reads look at the clock themselves; open pages need to be told. */
@Component(service = GrantClock.class, immediate = true)
public final class GrantClock implements AutoCloseable {
    private static final int LOOKS_EVERY_SECONDS = 1;

    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-directory-grants"));
    private final Directory directory;
    private final ScheduledFuture<?> looks;
    private Set<Held> before;

    private record Held(UserId user, Grant grant) {}

    /**
     * Looks every second.
     *
     * @param directory knows the grants
     */
    @Activate
    public GrantClock(@Reference Directory directory) {
        this.directory = directory;
        before = temporary();
        looks = clockwork.scheduleWithFixedDelay(
                this::look, LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        Set<Held> now = temporary();
        if (!now.equals(before)) {
            before = now;
            directory.changed();
        }
    }

    /** The grants with a begin or an end that hold now. */
    private Set<Held> temporary() {
        Instant now = directory.clock().instant();
        Set<Held> held = new HashSet<>();
        for (Person person : directory.snapshot().people()) {
            for (Grant grant : person.grants()) {
                if ((grant.from().isPresent() || grant.until().isPresent()) && grant.holds(now)) {
                    held.add(new Held(person.user(), grant));
                }
            }
        }
        return held;
    }

    @Deactivate
    @Override
    public void close() {
        looks.cancel(false);
        clockwork.shutdown();
    }
}
