// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCall.Party;
import io.patchbay.api.call.LiveCall.SoundQuality;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.watch.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A voice channel without voice. */
public final class SampleCalls implements LiveCalls {
    public static final SoundQuality GOOD = new SoundQuality("PCMA", 11_000, 1, 4, Optional.of(38), 4.3);
    public static final SoundQuality POOR = new SoundQuality("PCMU", 9_600, 64, 47, Optional.empty(), 2.9);

    private final Map<InteractionId, LiveCall> calls = new ConcurrentHashMap<>();
    private final Map<AgentId, Phone> phones = new ConcurrentHashMap<>();
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

    public void phone(AgentId agent, Phone.State state) {
        phones.put(agent, new Phone("1001", state, false));
        watchers.forEach(watcher -> watcher.accept(new Change.OfPhone(agent)));
    }

    public void talking(InteractionId id, AgentId agent, LiveCall.Recording recording, SoundQuality customer) {
        Instant now = Instant.now();
        calls.put(
                id,
                new LiveCall(
                        id,
                        List.of(
                                new Party(Optional.empty(), LiveCall.State.TALKING, now, Optional.of(customer)),
                                new Party(Optional.of(agent), LiveCall.State.TALKING, now, Optional.of(GOOD))),
                        recording));
        watchers.forEach(watcher -> watcher.accept(new Change.OfCall(id)));
    }

    public void over(InteractionId id) {
        calls.remove(id);
        watchers.forEach(watcher -> watcher.accept(new Change.OfCall(id)));
    }

    public boolean watched() {
        return !watchers.isEmpty();
    }

    @Override
    public Optional<LiveCall> call(Scope scope, InteractionId id) {
        return Optional.ofNullable(calls.get(id));
    }

    @Override
    public Optional<Phone> phone(AgentId agent) {
        return Optional.ofNullable(phones.get(agent));
    }

    @Override
    public Watch watch(Consumer<Change> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
