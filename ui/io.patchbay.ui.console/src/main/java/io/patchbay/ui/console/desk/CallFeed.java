// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.call.LiveCalls.Change;
import io.patchbay.api.call.LiveCalls.Phone;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Calls and phones while there is a voice channel, nothing while there is none. Safe for any thread. */
final class CallFeed {
    private final List<Consumer<Optional<Change>>> followers = new CopyOnWriteArrayList<>();
    private volatile Optional<LiveCalls> calls = Optional.empty();
    private Watch watch = () -> {};

    /** The voice channel came. */
    synchronized void joined(LiveCalls came) {
        watch.close();
        calls = Optional.of(came);
        watch = came.watch(change -> tell(Optional.of(change)));
        tell(Optional.empty());
    }

    /** The voice channel left; another may have come before. */
    synchronized void left(LiveCalls gone) {
        if (calls.equals(Optional.of(gone))) {
            watch.close();
            watch = () -> {};
            calls = Optional.empty();
            tell(Optional.empty());
        }
    }

    private void tell(Optional<Change> change) {
        followers.forEach(follower -> follower.accept(change));
    }

    /** Follows changes, on any thread; an empty one says that all may be different. */
    Watch follow(Consumer<Optional<Change>> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    Optional<LiveCall> call(Scope scope, InteractionId id) {
        return calls.flatMap(there -> there.call(scope, id));
    }

    Optional<Phone> phone(AgentId agent) {
        return calls.flatMap(there -> there.phone(agent));
    }
}
